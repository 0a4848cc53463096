package io.yobidashi.core.simulation;

import io.yobidashi.core.simulation.Happening.Ended;
import io.yobidashi.core.simulation.Happening.Posted;
import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import io.yobidashi.core.telling.Notice;
import java.util.HashMap;
import java.util.Map;

/**
 * Who mentions somebody has claimed that, by a versioned write on the call while nobody had answered it. So a mention
 * comes after the answer's write only where it was on its way already.
 */
final class NobodyIsAskedAfterAnAnswer implements Invariant {
    private final Map<Run, PersonStatus> claims = new HashMap<>();

    @Override
    public String promise() {
        return "nobody is asked after an answer";
    }

    @Override
    public void written(Written written) {
        Call before = written.before().call();
        Call next = written.next().call();
        if (next != null
                && next.ledger().claim() != null
                && (before == null || !next.ledger().equals(before.ledger()))) {
            claims.put(written.run(), written.next());
        }
    }

    @Override
    public void posted(Posted posted) {
        Notice notice = posted.notice();
        if (notice.kind() == Notice.Kind.MENTION || notice.kind() == Notice.Kind.NOBODY_FREE) {
            String callId = notice.status().openCall().map(Call::id).orElseThrow();
            PersonStatus claimed = claims.remove(posted.run());
            demand(claimed != null && claimed.hasCall(callId), "posted without a claim: " + posted);
            demand(claimed.state() == State.CALLING, "claimed after an answer: " + posted);
        }
    }

    @Override
    public void ended(Ended ended) {
        claims.remove(ended.run());
    }
}
