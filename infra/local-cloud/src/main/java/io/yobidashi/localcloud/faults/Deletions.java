package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whoever gets a message twice deletes it twice. With SQS the second time succeeds as well (DeleteMessage reference),
 * ElasticMQ refuses it; for messages that were handed out again its answer is put right. Belongs to one event loop.
 */
final class Deletions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HANDLE = Pattern.compile("(?:\"ReceiptHandle\":\"|<ReceiptHandle>)([^\"<]+)");
    private static final Set<String> ROUTES = Set.of("DeleteMessage", "DeleteMessageBatch");
    private static final String REFUSAL = "ReceiptHandleIsInvalid";
    private static final String XML_SUCCESS =
            "<DeleteMessageResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"><ResponseMetadata>"
                    + "<RequestId>00000000-0000-0000-0000-000000000000</RequestId></ResponseMetadata></DeleteMessageResponse>";

    private final Set<String> handles = new HashSet<>();

    void expect(Received handedOutAgain) {
        handedOutAgain
                .messages()
                .forEach(message -> HANDLE.matcher(message).results().forEach(handle -> handles.add(handle.group(1))));
    }

    boolean concern(Spot spot) {
        return !handles.isEmpty() && spot.wire() instanceof SqsWire && ROUTES.contains(spot.route());
    }

    Answer corrected(SqsCall call, Answer answer) {
        if (!answer.body().toString().contains(REFUSAL)) {
            return answer;
        }
        if (answer.status() == 200) {
            return call.json() ? batch(call, answer) : answer;
        }
        boolean ours = handles.contains(call.parameter().apply("ReceiptHandle"));
        return ours ? success(call.json()) : answer;
    }

    void clear() {
        handles.clear();
    }

    private static Answer success(boolean json) {
        return json ? Answer.of(200, "application/x-amz-json-1.0", "") : Answer.of(200, "text/xml", XML_SUCCESS);
    }

    /** Moves entries of ours from the failed to the successful ones. */
    private Answer batch(SqsCall call, Answer answer) {
        JsonNode tree = parse(answer.body());
        ArrayNode done = tree instanceof ObjectNode object ? object.withArray("Successful") : JSON.createArrayNode();
        for (Iterator<JsonNode> failed = tree.path("Failed").elements(); failed.hasNext(); ) {
            JsonNode entry = failed.next();
            String id = entry.path("Id").asText();
            if (entry.path("Code").asText().equals(REFUSAL) && handles.contains(call.handleOf(id))) {
                failed.remove();
                done.addObject().put("Id", id);
            }
        }
        return answer.withBody(tree.toString());
    }

    private static JsonNode parse(Buffer body) {
        try {
            return JSON.readTree(body.toString());
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }
}
