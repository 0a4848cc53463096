package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The parameters of an SQS request, whichever of the two protocols it speaks.
 *
 * @param json whether it is the JSON protocol
 * @param parameter a value by its name, null without it
 */
record SqsCall(boolean json, Optional<String> action, Request request, Function<String, String> parameter) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET_PREFIX = "AmazonSQS.";

    static SqsCall of(Request request) {
        String target = request.headers().get("X-Amz-Target");
        return target != null && target.startsWith(TARGET_PREFIX)
                ? json(request, target.substring(TARGET_PREFIX.length()))
                : query(request);
    }

    private static SqsCall json(Request request, String action) {
        Function<String, String> parameter = name -> tree(request).path(name).asText(null);
        return new SqsCall(true, Optional.of(action), request, parameter);
    }

    private static SqsCall query(Request request) {
        QueryStringDecoder address = new QueryStringDecoder(request.uri());
        QueryStringDecoder form = new QueryStringDecoder(request.body().toString(), false);
        Function<String, String> parameter =
                name -> first(form, name).or(() -> first(address, name)).orElse(null);
        return new SqsCall(false, Optional.ofNullable(parameter.apply("Action")), request, parameter);
    }

    /** The last part of the queue's URL; empty if the request names none. */
    String queue() {
        String url = Optional.ofNullable(parameter.apply("QueueUrl")).orElse(request.path());
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** How many messages a receive wants; what is no number is for the server to judge. */
    int maxMessages() {
        String wanted =
                Optional.ofNullable(parameter.apply("MaxNumberOfMessages")).orElse("1");
        return wanted.matches("\\d{1,2}") ? Integer.parseInt(wanted) : 1;
    }

    /** The receipt handle of an entry of a batch in the JSON protocol; empty without such an entry. */
    String handleOf(String entry) {
        return StreamSupport.stream(tree(request).path("Entries").spliterator(), false)
                .filter(candidate -> candidate.path("Id").asText().equals(entry))
                .map(candidate -> candidate.path("ReceiptHandle").asText())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> first(QueryStringDecoder fields, String name) {
        return fields.parameters().getOrDefault(name, List.of()).stream().findFirst();
    }

    private static JsonNode tree(Request request) {
        try {
            return JSON.readTree(request.body().getBytes());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
