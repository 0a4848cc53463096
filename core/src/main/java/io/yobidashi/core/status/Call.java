package io.yobidashi.core.status;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open call on a person's row. It stays there whoever is asked and whoever comes.
 *
 * @param id made by {@link CallId}; the fence of every timer and answer
 * @param ledger the mentions of this call
 * @param response who is coming; absent while calling
 * @param post the call's message in Slack; absent until Slack tells it (incoming webhooks never do)
 * @param waiting other buttons of the same person that were pressed meanwhile, each once, first come first
 * @param told what Slack was told beside the mentions
 */
public record Call(
        String id,
        Origin origin,
        Progress progress,
        Asked asked,
        Ledger ledger,
        @Nullable Response response,
        @Nullable Post post,
        List<String> waiting,
        Told told) {

    public Call {
        waiting = List.copyOf(waiting);
    }

    /** A new call, one mention of the person asked ordered. */
    public static Call open(String id, Origin origin, Asked asked) {
        return new Call(id, origin, Progress.START, asked, Ledger.EMPTY.order(), null, null, List.of(), Told.NOTHING);
    }

    public Call repeated() {
        return with(progress.repeated());
    }

    public Call reached(int step) {
        return with(progress.reached(step));
    }

    /** Asks one more, or the group, which orders a mention. */
    public Call ask(String person) {
        return new Call(id, origin, progress, asked.ask(person), ledger.order(), response, post, waiting, told);
    }

    public Call decline(String person) {
        return with(asked.decline(person));
    }

    /** Nobody is left to be asked, which orders a message that says so. */
    public Call exhausted() {
        return with(asked.exhausted()).remind();
    }

    /** Orders one more mention of the one asked last. */
    public Call remind() {
        return with(ledger.order());
    }

    public Call answered(Response by) {
        return new Call(id, origin, progress, asked, ledger, by, post, waiting, told);
    }

    /** Back to calling: who was coming can't. */
    public Call reopened() {
        return new Call(id, origin, progress.nextRound(), asked, ledger, null, post, waiting, told);
    }

    public Call waitingToo(String button) {
        List<String> longer = new ArrayList<>(waiting);
        longer.add(button);
        return new Call(id, origin, progress, asked, ledger, response, post, longer, told);
    }

    /** With booths that have waited since before this call: its first message tells of them. */
    public Call withWaiting(List<String> buttons) {
        Told ofThem = told.waitingToo(buttons.size());
        return new Call(id, origin, progress, asked, ledger, response, post, buttons, ofThem);
    }

    public Call with(Told newTold) {
        return new Call(id, origin, progress, asked, ledger, response, post, waiting, newTold);
    }

    public Call with(Ledger newLedger) {
        return new Call(id, origin, progress, asked, newLedger, response, post, waiting, told);
    }

    public Call posted(Post as) {
        return new Call(id, origin, progress, asked, ledger, response, as, waiting, told);
    }

    private Call with(Progress newProgress) {
        return new Call(id, origin, newProgress, asked, ledger, response, post, waiting, told);
    }

    private Call with(Asked newAsked) {
        return new Call(id, origin, progress, newAsked, ledger, response, post, waiting, told);
    }
}
