package io.yobidashi.core.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an ended call leaves behind, so that its message in Slack can say how it ended.
 *
 * @param called who was asked first, an id or {@link Asked#GROUP}
 * @param button the button that opened it
 * @param presses how often that was pressed
 * @param note what whoever came wrote
 * @param post its message; absent where Slack never named it
 * @param shown as {@link Told#shown()}
 * @param claim who is telling of the end just now
 */
public record Remains(
        String called,
        String button,
        Instant pressedAt,
        int presses,
        @Nullable String note,
        @Nullable Post post,
        @Nullable String shown,
        @Nullable String claim) {

    public static Remains of(Call call) {
        Response response = call.response();
        return new Remains(
                call.asked().people().get(0),
                call.origin().button(),
                call.origin().pressedAt(),
                call.progress().presses(),
                response == null ? null : response.note(),
                call.post(),
                call.told().shown(),
                null);
    }

    /** The end is told by one message, so this account never orders more. */
    public Ledger ledger() {
        return new Ledger(1, 0, claim);
    }

    public Remains with(Ledger ledger) {
        return new Remains(called, button, pressedAt, presses, note, post, shown, ledger.claim());
    }

    public Remains showing(String digest) {
        return new Remains(called, button, pressedAt, presses, note, post, digest, claim);
    }

    public Remains posted(Post as) {
        return new Remains(called, button, pressedAt, presses, note, as, shown, claim);
    }
}
