package io.yobidashi.systemtests.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.systemtests.running.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What is wrong with Slack. */
record SlackFaults(RunningSystem system) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Each call takes so long. */
    void slow(int seconds) {
        plan("{\"rules\":[{\"route\":\"*\",\"kind\":\"slow\",\"seconds\":%d}]}".formatted(seconds));
    }

    /** Nobody gets through, for at most so long. */
    void away(int seconds) {
        plan("{\"rules\":[{\"route\":\"*\",\"kind\":\"away\",\"seconds\":%d}]}".formatted(seconds));
    }

    void clear() {
        plan("{\"rules\":[]}");
    }

    private void plan(String plan) {
        HttpRequest request = HttpRequest.newBuilder(system.cloud("/faults/slack"))
                .PUT(HttpRequest.BodyPublishers.ofString(plan))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
