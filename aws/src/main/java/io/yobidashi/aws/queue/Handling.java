package io.yobidashi.aws.queue;

import java.util.function.Function;

/**
 * What is done with the messages of a queue.
 *
 * @param key what orders them: messages with the same key are handled one after another
 */
public record Handling<M>(Decoder<M> decoder, Function<M, String> key, BatchHandler<M> handler) {}
