package io.yobidashi.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Http;
import java.time.Duration;

/**
 * What the local cloud is asked to do wrong, in the words of docs/local-cloud.md.
 *
 * @param cloud {@code sqs}, {@code iot} or {@code slack}
 */
record Trouble(String cloud, String rules) {
    static final Trouble SLACK_WANTS_LESS = new Trouble("slack", """
            {"route":"*","kind":"retry-after","seconds":2}""");
    static final Trouble SLACK_FAILS = new Trouble("slack", """
            {"route":"*","kind":"status","status":503}""");
    static final Trouble SLACK_IS_SLOW = new Trouble("slack", """
            {"route":"*","kind":"slow","seconds":3}""");
    static final Trouble SLACK_ANSWERS_ARE_LOST = new Trouble("slack", """
            {"route":"chat.postMessage","kind":"lost-answer","probability":0.2}""");
    static final Trouble QUEUES_REPEAT_AND_SHUFFLE = new Trouble("sqs", """
            {"route":"ReceiveMessage","kind":"twice","probability":0.2},
            {"route":"ReceiveMessage","kind":"reorder","probability":0.5},
            {"route":"SendMessage","kind":"twice","probability":0.2},
            {"route":"SendMessage","kind":"reorder","probability":0.2,"seconds":1},
            {"route":"SendMessageBatch","kind":"twice","probability":0.2}""");
    static final Trouble SHADOWS_REPEAT_AND_SHUFFLE = new Trouble("iot", """
            {"route":"mqtt","kind":"twice","probability":0.2},
            {"route":"mqtt","kind":"reorder","probability":0.2,"seconds":1},
            {"route":"UpdateThingShadow","kind":"lost-answer","probability":0.05}""");

    static Trouble away(String cloud, Duration length) {
        return new Trouble(
                cloud, "{\"route\":\"*\",\"kind\":\"away\",\"seconds\":%d}".formatted(Math.max(1, length.toSeconds())));
    }

    /** In place of what that cloud did wrong before. */
    void begin(Cluster cluster) {
        Http.Answer answer = Http.put(cluster.cloud("/faults/" + cloud), "{\"rules\":[%s]}".formatted(rules));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    static void end(Cluster cluster) {
        assertThat(Http.delete(cluster.cloud("/faults")).status()).isBetween(200, 204);
    }
}
