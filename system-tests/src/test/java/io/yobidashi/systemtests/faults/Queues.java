package io.yobidashi.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The queues as anybody sees them, and one message that nobody understands. */
record Queues(Cluster cluster) {
    static final String POISON = "{\"type\":\"poison\",\"sent\":\"on purpose\"}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POISONED = "yobidashi-presses";
    private static final String DEAD = "-dlq";

    /** A message among the dead letters. */
    record Dead(String body, String reason) {}

    void poison() {
        call("SendMessage", POISONED, Map.of("MessageBody", POISON));
    }

    /** Messages in each queue that is not empty, whether they wait, are in hand or held back; no dead letters. */
    Map<String, Integer> depths() {
        return depths(false);
    }

    /** Dead letters in each queue that has some. */
    Map<String, Integer> dead() {
        return depths(true);
    }

    private Map<String, Integer> depths(boolean dead) {
        Map<String, Integer> depths = new TreeMap<>();
        for (JsonNode queue : Http.get(cluster.cloud("/queues")).json()) {
            int all = queue.path("waiting").asInt()
                    + queue.path("inFlight").asInt()
                    + queue.path("delayed").asInt();
            if (all > 0 && queue.path("name").asText().endsWith(DEAD) == dead) {
                depths.put(queue.path("name").asText(), all);
            }
        }
        return depths;
    }

    /** Takes the dead letters of the poisoned queue away, and tells what they were. */
    List<Dead> bury() {
        List<Dead> buried = new ArrayList<>();
        String queue = POISONED + DEAD;
        for (JsonNode message : call(
                        "ReceiveMessage",
                        queue,
                        Map.of(
                                "MaxNumberOfMessages",
                                10,
                                "MessageAttributeNames",
                                List.of("All"),
                                "WaitTimeSeconds",
                                1))
                .path("Messages")) {
            JsonNode reason = message.path("MessageAttributes").path("reason").path("StringValue");
            buried.add(new Dead(message.path("Body").asText(), reason.asText()));
            call(
                    "DeleteMessage",
                    queue,
                    Map.of("ReceiptHandle", message.path("ReceiptHandle").asText()));
        }
        return buried;
    }

    private JsonNode call(String action, String queue, Map<String, Object> arguments) {
        Map<String, Object> body = new TreeMap<>(arguments);
        body.put("QueueUrl", cluster.sqs("/000000000000/" + queue).toString());
        Http.Answer answer = Http.post(
                cluster.sqs("/"),
                JSON.valueToTree(body).toString(),
                "Content-Type",
                "application/x-amz-json-1.0",
                "X-Amz-Target",
                "AmazonSQS." + action);
        if (answer.status() != 200) {
            throw new AssertionError(action + " was answered " + answer.status() + ": " + answer.body());
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : answer.json();
    }
}
