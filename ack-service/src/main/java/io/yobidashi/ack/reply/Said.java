package io.yobidashi.ack.reply;

import java.util.List;

/**
 * Something that is said to one person alone.
 *
 * @param text Slack's markup
 * @param choices what they may click, one button each; mostly none
 */
public record Said(String text, List<Choice> choices) {
    public Said {
        choices = List.copyOf(choices);
    }

    public static Said of(String text) {
        return new Said(text, List.of());
    }

    /**
     * One of several calls.
     *
     * @param text which it is, in Slack's markup
     * @param label what the button says
     * @param action the button's {@code action_id}
     * @param callId the button's value
     */
    public record Choice(String text, String label, String action, String callId) {}
}
