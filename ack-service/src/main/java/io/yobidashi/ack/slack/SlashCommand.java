package io.yobidashi.ack.slack;

import org.jspecify.annotations.Nullable;

/**
 * The slash command, as Slack posts it in a form (docs.slack.dev/interactivity/implementing-slash-commands).
 *
 * @param id the {@code trigger_id}, another one each time that somebody types
 * @param text what stands after the command, escaped
 * @param responseUrl where more can be said later, 5 times in 30 minutes
 */
public record SlashCommand(
        String id, String userId, String text, @Nullable String responseUrl) {

    /** @throws UnreadableRequestException where a field is missing */
    public static SlashCommand of(SlackForm form) {
        return new SlashCommand(
                form.required("trigger_id"),
                form.required("user_id"),
                form.field("text").orElse(""),
                form.address("response_url").orElse(null));
    }

    /** Without what is private. */
    @Override
    public String toString() {
        return "SlashCommand[" + id + "]";
    }
}
