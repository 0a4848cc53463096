package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SQS over both of its protocols. Errors of the JSON protocol carry {@code __type} and the header
 * {@code x-amzn-query-error} with the older name, those of the query protocol are XML (SQS developer guide, "Making API
 * requests"; names per status from its "Common errors" page).
 */
final class SqsWire implements Wire {
    static final String CLOUD = "sqs";
    static final String RECEIVE = "ReceiveMessage";

    private static final Set<String> ACTIONS = Set.of(
            "AddPermission",
            "CancelMessageMoveTask",
            "ChangeMessageVisibility",
            "ChangeMessageVisibilityBatch",
            "CreateQueue",
            "DeleteMessage",
            "DeleteMessageBatch",
            "DeleteQueue",
            "GetQueueAttributes",
            "GetQueueUrl",
            "ListDeadLetterSourceQueues",
            "ListMessageMoveTasks",
            "ListQueueTags",
            "ListQueues",
            "PurgeQueue",
            RECEIVE,
            "RemovePermission",
            "SendMessage",
            "SendMessageBatch",
            "SetQueueAttributes",
            "StartMessageMoveTask",
            "TagQueue",
            "UntagQueue");
    private static final Map<Integer, String> ERRORS = Map.of(
            400, "InvalidParameterValue",
            403, "AccessDenied",
            404, "InvalidAction",
            429, "RequestThrottled",
            503, "ServiceUnavailable");
    private static final String MESSAGE = "A fault plan of the local cloud asks for this error";
    private static final String REQUEST_ID = "00000000-0000-0000-0000-000000000000";

    @Override
    public String cloud() {
        return CLOUD;
    }

    @Override
    public boolean has(String route) {
        return ACTIONS.contains(route);
    }

    @Override
    public Optional<String> routeOf(Request request) {
        return SqsCall.of(request).action();
    }

    @Override
    public Optional<Answer> unreadable(Request request) {
        return SqsForm.error(request)
                .map(code -> json(400, code, "Sender", "The request does not have the form of its action")
                        .with("x-amzn-RequestId", REQUEST_ID));
    }

    @Override
    public Answer refusal(Request request, Rule rule) {
        int status = rule.status().orElse(500);
        String code = rule.error().orElse(ERRORS.getOrDefault(status, "InternalFailure"));
        String side = status < 500 ? "Sender" : "Receiver";
        Answer answer = SqsCall.of(request).json() ? json(status, code, side, MESSAGE) : xml(status, code, side);
        return answer.with("x-amzn-RequestId", REQUEST_ID);
    }

    private static Answer json(int status, String code, String side, String message) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("__type", "com.amazonaws.sqs#" + code)
                .put("message", message)
                .toString();
        return Answer.of(status, "application/x-amz-json-1.0", body).with("x-amzn-query-error", code + ";" + side);
    }

    private static Answer xml(int status, String code, String side) {
        String error = "<Error><Type>%s</Type><Code>%s</Code><Message>%s</Message><Detail/></Error>"
                .formatted(side, code, MESSAGE);
        String body =
                "<ErrorResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">%s<RequestId>%s</RequestId></ErrorResponse>"
                        .formatted(error, REQUEST_ID);
        return Answer.of(status, "text/xml", body);
    }
}
