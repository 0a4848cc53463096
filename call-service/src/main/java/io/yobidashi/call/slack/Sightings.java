package io.yobidashi.call.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.telling.CallView;
import io.yobidashi.core.telling.Notice;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks in the channel or the thread for a message of ours by its mark ({@code conversations.history} and
 * {@code conversations.replies} with {@code include_all_metadata}).
 */
final class Sightings {
    /** How far Slack's clock may be behind those of ours that dated what is looked for. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST = 200;

    private final MethodsClient methods;

    Sightings(MethodsClient methods) {
        this.methods = methods;
    }

    Sighting look(Notice notice, String channel) {
        try {
            Optional<Post> thread = notice.post();
            Answer answer = thread.isPresent() ? replies(notice, thread.get()) : history(notice, channel);
            if (!answer.ok()) {
                return new Sighting.NotKnown("Slack refuses to look: " + SlackClients.word(answer.error()));
            }
            return MessageMark.find(notice, thread.map(Post::channel).orElse(channel), answer.messages())
                    .<Sighting>map(seen -> seen)
                    .orElseGet(Sighting.NotSeen::new);
        } catch (IOException | SlackApiException e) {
            return new Sighting.NotKnown("no answer from Slack (" + e.getClass().getSimpleName() + ")");
        }
    }

    private Answer history(Notice notice, String channel) throws IOException, SlackApiException {
        var answer = methods.conversationsHistory(request -> request.channel(channel)
                .oldest(oldest(notice))
                .includeAllMetadata(true)
                .limit(MOST));
        return new Answer(answer.isOk(), answer.getError(), answer.getMessages());
    }

    private Answer replies(Notice notice, Post thread) throws IOException, SlackApiException {
        var answer = methods.conversationsReplies(request -> request.channel(thread.channel())
                .ts(thread.ts())
                .oldest(oldest(notice))
                .includeAllMetadata(true)
                .limit(MOST));
        return new Answer(answer.isOk(), answer.getError(), answer.getMessages());
    }

    /** Not before 1970, as it would be for somebody whose shadow is new: Slack refuses that. */
    private static String oldest(Notice notice) {
        return String.valueOf(Math.max(0, since(notice).minus(TOLERANCE).getEpochSecond()));
    }

    /** Nothing was posted for this before. */
    private static Instant since(Notice notice) {
        Instant since = notice.status().since();
        TestCall test = notice.status().test();
        Optional<Instant> began = notice.kind() == Notice.Kind.TEST && test != null
                ? Optional.of(test.at())
                : notice.call().map(CallView::pressedAt);
        return began.filter(at -> at.isBefore(since)).orElse(since);
    }

    private record Answer(boolean ok, @Nullable String error, List<Message> messages) {}
}
