package io.yobidashi.core.telling;

import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Digest;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Remains;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a call's message in Slack shows, while the call is open and after it has ended. Its digest tells
 * whether the message is out of date.
 *
 * @param person whose row it is
 * @param called who was asked first
 * @param asked who was asked so far; empty once the call has ended
 * @param waiting other booths of the same person; empty once the call has ended
 * @param response who came or is coming; absent while nobody does
 * @param endedAt absent while the call is open
 */
public record CallView(
        String id,
        String person,
        Stage stage,
        String called,
        String button,
        Instant pressedAt,
        int presses,
        List<String> asked,
        List<String> waiting,
        @Nullable Response response,
        @Nullable Instant endedAt) {

    /** Stands for a message that says nobody knows what: it is never up to date. */
    public static final String UNKNOWN = "?";

    /** How far a call has come, in the eyes of the channel. */
    public enum Stage {
        CALLING,
        RUNNING,
        ANSWERED,
        UNANSWERED,
        NOBODY
    }

    public CallView {
        asked = List.copyOf(asked);
        waiting = List.copyOf(waiting);
    }

    public static CallView of(PersonStatus status, Call call) {
        return new CallView(
                call.id(),
                status.person(),
                status.state() == State.RUNNING ? Stage.RUNNING : Stage.CALLING,
                call.asked().people().get(0),
                call.origin().button(),
                call.origin().pressedAt(),
                call.progress().presses(),
                call.asked().people(),
                call.waiting(),
                call.response(),
                null);
    }

    public static CallView of(PersonStatus status, LastCall last, Remains remains) {
        return new CallView(
                last.id(),
                status.person(),
                switch (last.outcome()) {
                    case ANSWERED -> Stage.ANSWERED;
                    case UNANSWERED -> Stage.UNANSWERED;
                    case NOBODY -> Stage.NOBODY;
                },
                remains.called(),
                remains.button(),
                remains.pressedAt(),
                remains.presses(),
                List.of(),
                List.of(),
                last.by() == null ? null : new Response(last.by(), remains.note(), null),
                last.at());
    }

    public Optional<Response> coming() {
        return Optional.ofNullable(response);
    }

    /** Two parts of 8 digits: of what is news to the channel, and of all that the message shows. */
    public String digest() {
        String all = stage + "|" + called + "|" + presses + "|" + asked + "|" + waiting + "|" + response;
        return Digest.brief(news()) + Digest.brief(all);
    }

    /** True for a message that was made to say this. */
    boolean isShownBy(String digest) {
        return digest().equals(digest);
    }

    /** True where nothing is new since then that would be worth a message of its own: mere repeats are not. */
    boolean isKnownBy(String digest) {
        return digest.startsWith(Digest.brief(news()));
    }

    private String news() {
        return response == null ? stage.name() : response.by() + "|" + response.note();
    }
}
