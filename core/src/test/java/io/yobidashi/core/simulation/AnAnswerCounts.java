package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.simulation.Happening.Began;
import io.yobidashi.core.simulation.Happening.Ended;
import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.State;
import java.util.HashMap;
import java.util.Map;

/** Who clicks "on my way" on a call that is open, is on the way, or somebody else is, or the call has just ended. */
final class AnAnswerCounts implements Invariant {
    private final Map<Run, String> answering = new HashMap<>();

    @Override
    public String promise() {
        return "one answer is enough";
    }

    @Override
    public void began(Began began) {
        for (var message : began.run().messages()) {
            if (message instanceof Answer answer && answer.kind() == Answer.Kind.OK && answer.callId() != null) {
                boolean calling = began.everything().values().stream()
                        .anyMatch(status -> status.hasCall(answer.callId())
                                && status.state() == State.CALLING
                                && !status.recent().contains(answer.id()));
                if (calling) {
                    answering.put(began.run(), answer.callId());
                }
            }
        }
    }

    @Override
    public void written(Written written) {
        answering.values().removeIf(callId -> {
            boolean running = written.next().hasCall(callId) && written.next().state() == State.RUNNING;
            boolean ended = written.before().hasCall(callId) && !written.next().hasCall(callId);
            return running || ended;
        });
    }

    @Override
    public void ended(Ended ended) {
        String unanswered = answering.remove(ended.run());
        demand(unanswered == null || !ended.done(), "an answer to " + unanswered + " came to nothing: " + ended);
    }
}
