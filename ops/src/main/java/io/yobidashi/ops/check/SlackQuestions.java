package io.yobidashi.ops.check;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What Slack is asked, by its own client. Only questions: none of these methods changes anything. */
final class SlackQuestions {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final MethodsClient methods;

    /** @param token of the bot; a secret */
    SlackQuestions(URI api, String token) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        config.setHttpClientCallTimeoutMillis(Math.toIntExact(LIMIT.toMillis()));
        // The SDK's own listeners write tokens and bodies to the debug log.
        config.setHttpClientResponseHandlers(List.of());
        config.setStatsEnabled(false);
        methods = Slack.getInstance(config).methods(token);
    }

    /** Slack has no answer, or not now: whatever else is asked has none either. */
    static final class SlackAwayException extends Exception {
        private static final long serialVersionUID = 1L;

        SlackAwayException(String reason) {
            super(reason);
        }
    }

    /** {@code auth.test}: whose token it is. */
    AuthTestResponse who() throws SlackAwayException {
        return answer(() -> methods.authTest(test -> test));
    }

    /** {@code conversations.info}, which needs the scope {@code channels:read}. */
    ConversationsInfoResponse channel(String id) throws SlackAwayException {
        return answer(() -> methods.conversationsInfo(info -> info.channel(id)));
    }

    /** {@code users.info}, which needs the scope {@code users:read}. */
    UsersInfoResponse user(String id) throws SlackAwayException {
        return answer(() -> methods.usersInfo(info -> info.user(id)));
    }

    private interface Question<A extends SlackApiTextResponse> {
        A ask() throws IOException, SlackApiException;
    }

    private static <A extends SlackApiTextResponse> A answer(Question<A> question) throws SlackAwayException {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new SlackAwayException(e.getClass().getSimpleName());
        } catch (SlackApiException e) {
            throw new SlackAwayException("HTTP " + e.getResponse().code());
        }
    }
}
