package io.yobidashi.ack.slack;

import io.yobidashi.core.message.Answer;
import java.util.Optional;

/** Which emoji are answers. */
public final class Emoji {
    private Emoji() {}

    /** @param name as Slack tells it, such as {@code +1::skin-tone-3} */
    public static Optional<Answer.Kind> answer(String name) {
        return switch (name.replaceFirst("::skin-tone-\\d$", "")) {
            case "white_check_mark", "+1", "thumbsup" -> Optional.of(Answer.Kind.OK);
            case "x" -> Optional.of(Answer.Kind.CANNOT);
            default -> Optional.empty();
        };
    }
}
