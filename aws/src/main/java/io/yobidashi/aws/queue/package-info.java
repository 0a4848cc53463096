/** Queues over SQS: sends, delayed sends, and the consumer. */
@NullMarked
package io.yobidashi.aws.queue;

import org.jspecify.annotations.NullMarked;
