package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a request of SQS's JSON protocol must be before its action is looked at (SQS API reference, "Common Error Types",
 * and the actions). ElasticMQ answers 500 with a stack trace in the log where AWS says what is wrong.
 */
final class SqsForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/x-amz-json-";
    private static final String MALFORMED = "SerializationException";
    private static final Map<JsonNodeType, List<String>> TYPES = Map.of(
            JsonNodeType.STRING, List.of("QueueUrl", "QueueName", "MessageBody", "ReceiptHandle"),
            JsonNodeType.NUMBER, List.of("WaitTimeSeconds", "MaxNumberOfMessages", "VisibilityTimeout", "DelaySeconds"),
            JsonNodeType.OBJECT, List.of("Attributes", "MessageAttributes"),
            JsonNodeType.ARRAY, List.of("Entries"));
    private static final List<String> ON_A_QUEUE = List.of("QueueUrl");
    private static final List<String> BATCH = List.of("QueueUrl", "Entries");
    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("SendMessage", List.of("QueueUrl", "MessageBody")),
            Map.entry("ReceiveMessage", ON_A_QUEUE),
            Map.entry("DeleteMessage", List.of("QueueUrl", "ReceiptHandle")),
            Map.entry("ChangeMessageVisibility", List.of("QueueUrl", "ReceiptHandle", "VisibilityTimeout")),
            Map.entry("SendMessageBatch", BATCH),
            Map.entry("DeleteMessageBatch", BATCH),
            Map.entry("ChangeMessageVisibilityBatch", BATCH),
            Map.entry("GetQueueAttributes", ON_A_QUEUE),
            Map.entry("SetQueueAttributes", ON_A_QUEUE),
            Map.entry("PurgeQueue", ON_A_QUEUE),
            Map.entry("DeleteQueue", ON_A_QUEUE),
            Map.entry("CreateQueue", List.of("QueueName")),
            Map.entry("GetQueueUrl", List.of("QueueName")));

    private SqsForm() {}

    /** The error code of what is wrong, if anything is. */
    static Optional<String> error(Request request) {
        String type = request.headers().get("Content-Type");
        if (type == null || !type.startsWith(TYPE)) {
            return Optional.empty();
        }
        Optional<String> action = SqsCall.of(request).action();
        if (!request.headers().contains("X-Amz-Target") || action.isEmpty()) {
            return Optional.of("MissingAction");
        }
        return error(action.get(), tree(request));
    }

    private static Optional<String> error(String action, JsonNode fields) {
        if (!fields.isObject() || !typesFit(fields) || !entriesFit(fields.path("Entries"))) {
            return Optional.of(MALFORMED);
        }
        if (REQUIRED.getOrDefault(action, List.of()).stream().anyMatch(name -> !fields.hasNonNull(name))) {
            return Optional.of("MissingParameter");
        }
        if (!isAddress(fields.path("QueueUrl").asText())) {
            return Optional.of("InvalidAddress");
        }
        boolean binary = StreamSupport.stream(fields.path("MessageAttributes").spliterator(), false)
                .allMatch(SqsForm::isBase64);
        return binary ? Optional.empty() : Optional.of("InvalidParameterValue");
    }

    private static boolean typesFit(JsonNode fields) {
        return TYPES.entrySet().stream().allMatch(type -> type.getValue().stream()
                .map(fields::path)
                .allMatch(value -> value.isMissingNode() || value.isNull() || value.getNodeType() == type.getKey()));
    }

    private static boolean entriesFit(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .allMatch(entry ->
                        entry.isObject() && typesFit(entry) && entry.path("Id").isTextual());
    }

    private static boolean isAddress(String url) {
        try {
            URI.create(url);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean isBase64(JsonNode attribute) {
        try {
            Base64.getDecoder().decode(attribute.path("BinaryValue").asText());
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static JsonNode tree(Request request) {
        try {
            return JSON.readTree(request.body().getBytes());
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
