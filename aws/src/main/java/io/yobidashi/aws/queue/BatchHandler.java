package io.yobidashi.aws.queue;

import io.yobidashi.core.handler.Outcome;
import java.util.List;

/**
 * Does the work of messages. In one copy of a service those with the same key are never handled at the same time, and
 * those that come while their key is busy are handled together.
 */
@FunctionalInterface
public interface BatchHandler<M> {
    /**
     * May block.
     *
     * @param messages at least one, at most 100, in the order of receipt
     * @return what is to become of each of them
     * @throws io.yobidashi.core.port.DependencyAwayException where something needed is out of reach: the consumer
     *     then keeps one message to try with, and receives no more until that works
     */
    Outcome handle(String key, List<M> messages);
}
