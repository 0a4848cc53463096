package io.yobidashi.core.simulation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One story of a day: the circumstances, and what happens in them. */
record Schedule(Circumstances circumstances, List<Action> actions) {
    @Override
    public String toString() {
        return circumstances + "\n"
                + IntStream.range(0, actions.size())
                        .mapToObj(i -> (i + 1) + ". " + actions.get(i))
                        .collect(Collectors.joining("\n"));
    }

    /**
     * What holds for a whole day.
     *
     * @param secondClock how many seconds the clocks of the second copies are ahead
     * @param webhook whether Slack tells no names of messages, and can't be asked for them
     * @param timersLost whether at the end of the day every timer is lost
     */
    record Circumstances(int secondClock, boolean webhook, boolean timersLost) {}
}
