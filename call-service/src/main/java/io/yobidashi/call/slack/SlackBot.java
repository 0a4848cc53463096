package io.yobidashi.call.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.telling.Notice;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Posts and edits by the Web API with a bot token ({@code chat.postMessage}, {@code chat.update}). One message per call;
 * whatever else is said of the call goes into its thread.
 */
public final class SlackBot implements SlackChannel {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LOOK_TIMEOUT = Duration.ofSeconds(3);

    private final Access access;
    private final Supplier<Wording> wording;
    private final MethodsClient methods;
    private final Sightings sightings;
    private final Pace posts;
    private final Pace edits;

    /** @param wording asked once for each message, so that each is of one roster */
    public SlackBot(Access access, Supplier<Wording> wording, Clock clock) {
        this.access = access;
        this.wording = wording;
        this.methods = SlackClients.within(TIMEOUT, access.api()).methods(access.token());
        this.sightings =
                new Sightings(SlackClients.within(LOOK_TIMEOUT, access.api()).methods(access.token()));
        this.posts = new Pace(clock);
        this.edits = new Pace(clock);
    }

    @Override
    public Duration pause(Notice notice) {
        return pace(notice).untilNext(reserve(notice));
    }

    @Override
    public PostResult post(Notice notice) {
        Duration wait = pace(notice).take(reserve(notice));
        if (!wait.isZero()) {
            return new PostResult.NotAsked(wait, "one message per second is what Slack takes");
        }
        try {
            return notice.isEdit() ? edit(notice) : say(notice);
        } catch (ConnectException | UnknownHostException e) {
            return new PostResult.Later(SlackClients.SHORTLY, "no way to Slack (" + name(e) + ")");
        } catch (IOException e) {
            return new PostResult.Lost("no answer from Slack (" + name(e) + ")");
        } catch (SlackApiException e) {
            return refused(notice, e);
        }
    }

    @Override
    public Sighting look(Notice notice) {
        return sightings.look(notice, channel(wording.get()));
    }

    private PostResult say(Notice notice) throws IOException, SlackApiException {
        Wording words = wording.get();
        ChatPostMessageResponse answer =
                methods.chatPostMessage(message(notice, words).build());
        if ("thread_not_found".equals(answer.getError())) {
            // Somebody has deleted the message: what is said must be heard all the same.
            answer = methods.chatPostMessage(
                    message(notice, words).threadTs(null).replyBroadcast(false).build());
        }
        return result(
                answer,
                Optional.of(answer)
                        .filter(ChatPostMessageResponse::isOk)
                        .map(posted -> new Post(posted.getChannel(), posted.getTs())));
    }

    private ChatPostMessageRequest.ChatPostMessageRequestBuilder message(Notice notice, Wording words) {
        String text = words.texts().apply(notice);
        Optional<Post> thread = notice.post();
        boolean first = thread.isEmpty() && isMention(notice);
        List<LayoutBlock> blocks =
                first ? notice.call().map(view -> words.blocks().of(view, text)).orElseThrow() : CallBlocks.plain(text);
        return ChatPostMessageRequest.builder()
                .channel(thread.map(Post::channel).orElseGet(() -> channel(words)))
                .threadTs(thread.map(Post::ts).orElse(null))
                .replyBroadcast(thread.isPresent() && wakesGroup(notice))
                .text(text)
                .blocks(blocks)
                .metadata(MessageMark.of(notice))
                .linkNames(false)
                .unfurlLinks(false)
                .unfurlMedia(false);
    }

    private PostResult edit(Notice notice) throws IOException, SlackApiException {
        Wording words = wording.get();
        Post post = notice.post().orElseThrow();
        String text = notice.call().map(words.texts()::edited).orElseThrow();
        SlackApiTextResponse answer = methods.chatUpdate(ChatUpdateRequest.builder()
                .channel(post.channel())
                .ts(post.ts())
                .text(text)
                .blocks(notice.call().map(view -> words.blocks().of(view, text)).orElseThrow())
                .linkNames(false)
                .build());
        // What is gone or closed says nothing wrong any more that could be put right.
        return !answer.isOk() && ApiErrors.NOT_EDITABLE.contains(answer.getError())
                ? new PostResult.Accepted(Optional.empty())
                : result(answer, Optional.empty());
    }

    private static PostResult result(SlackApiTextResponse answer, Optional<Post> post) {
        return answer.isOk() ? new PostResult.Accepted(post) : ApiErrors.result(answer.getError());
    }

    /** Anything but status 200, such as 429 for too many messages (Slack's page on rate limits). */
    private PostResult refused(Notice notice, SlackApiException e) {
        int status = e.getResponse().code();
        if (status == 429) {
            Duration after = SlackClients.retryAfter(e.getResponse().headers().toMultimap());
            pace(notice).rest(after);
            return new PostResult.Later(after, "Slack wants less (429)");
        }
        return new PostResult.Lost("Slack answers " + status);
    }

    private Pace pace(Notice notice) {
        return notice.isEdit() ? edits : posts;
    }

    /** Mere news leaves room for a first call. */
    private static int reserve(Notice notice) {
        return notice.kind().isForVisitor() || notice.isEdit() ? 0 : 1;
    }

    private static boolean isMention(Notice notice) {
        return notice.kind() == Notice.Kind.MENTION || notice.kind() == Notice.Kind.NOBODY_FREE;
    }

    /** Inside a thread {@code <!here>} reaches nobody but those who follow it: the group is told in the channel too. */
    private static boolean wakesGroup(Notice notice) {
        return notice.kind() == Notice.Kind.MENTION
                && notice.status()
                        .openCall()
                        .filter(call -> call.asked().last().equals(Asked.GROUP))
                        .isPresent();
    }

    private String channel(Wording words) {
        return access.channel().orElseGet(words::channel);
    }

    private static String name(IOException e) {
        return e.getClass().getSimpleName();
    }
}
