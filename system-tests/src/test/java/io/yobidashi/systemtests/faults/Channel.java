package io.yobidashi.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is in the Slack channel. */
record Channel(Cluster cluster) {
    private static final Pattern USER = Pattern.compile("<@(\\w+)>");

    /**
     * A message that mentions somebody because of a call.
     *
     * @param user empty where the group is mentioned
     * @param ordered the number of the mention, counted by the rules
     * @param thread the first message of the call, this one or another
     */
    record Mention(String ts, String thread, String person, String call, int ordered, String user) {
        boolean isFirst() {
            return ts.equals(thread);
        }

        long millis() {
            return (long) (Double.parseDouble(ts) * 1_000);
        }

        /** Empty for any other message: our own carry unseen what they are about. */
        static Optional<Mention> of(JsonNode message) {
            JsonNode facts = message.path("metadata").path("event_payload");
            if (!facts.path("kind").asText().equals("mention")) {
                return Optional.empty();
            }
            String ts = message.path("ts").asText();
            Matcher user = USER.matcher(message.path("text").asText());
            return Optional.of(new Mention(
                    ts,
                    message.path("thread_ts").asText(ts),
                    facts.path("person").asText(),
                    facts.path("call").asText(),
                    facts.path("ordered").asInt(),
                    user.find() ? user.group(1) : ""));
        }
    }

    /** All mentions of all calls so far, oldest first. */
    List<Mention> mentions() {
        List<Mention> mentions = new ArrayList<>();
        Http.get(cluster.cloud("/slack/messages")).json().forEach(message -> Mention.of(message)
                .ifPresent(mentions::add));
        return mentions;
    }
}
