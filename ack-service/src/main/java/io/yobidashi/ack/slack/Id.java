package io.yobidashi.ack.slack;

/**
 * What Slack names things by: people, channels, messages, addresses to answer at. They go into the queue as they are,
 * whose messages have a limit: what is longer than any of Slack's is none.
 */
final class Id {
    private static final int LONGEST = 1_024;

    private Id() {}

    /** @throws UnreadableRequestException naming the field, where it is blank or endless */
    static String checked(String field, String value) {
        if (value.isBlank()) {
            throw new UnreadableRequestException(field + " is missing");
        }
        if (value.length() > LONGEST) {
            throw new UnreadableRequestException(field + " is longer than " + LONGEST + " characters");
        }
        return value;
    }
}
