package io.yobidashi.localcloud.slack.callback;

/** How a call of the app ended. */
sealed interface Outcome {

    /** @param noRetry whether the answer forbids to try again */
    record Answered(int status, String body, boolean noRetry) implements Outcome {}

    /** @param reason in the words of {@code x-slack-retry-reason} */
    record Unanswered(String reason) implements Outcome {}

    default Delivery on(String road) {
        if (this instanceof Answered answered) {
            return new Delivery(road, answered.status(), answered.body());
        }
        String reason = ((Unanswered) this).reason();
        return reason.equals("http_timeout") ? Delivery.late(road) : new Delivery(road, 502, reason);
    }
}
