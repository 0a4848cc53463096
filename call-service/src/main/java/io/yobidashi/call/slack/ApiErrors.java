package io.yobidashi.call.slack;

import io.yobidashi.core.port.PostResult;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words mean with which the Web API says no (the tables of errors on the pages of its methods). */
final class ApiErrors {
    /** Of {@code chat.update}: the message is gone, or is too old by the workspace's rules. */
    static final Set<String> NOT_EDITABLE = Set.of("message_not_found", "cant_update_message", "edit_window_closed");

    /** Slack is in trouble, and does not say how far it came: "some aspect of the operation may have succeeded". */
    private static final Set<String> IN_TROUBLE =
            Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

    private static final Set<String> PASSING =
            Set.of("ratelimited", "rate_limited", "message_limit_exceeded", "team_added_to_org");

    private ApiErrors() {}

    static PostResult result(@Nullable String error) {
        String word = SlackClients.word(error);
        if (IN_TROUBLE.contains(word)) {
            return new PostResult.Lost(word);
        }
        return PASSING.contains(word) ? new PostResult.Later(SlackClients.SHORTLY, word) : new PostResult.Refused(word);
    }
}
