/** The command {@code dlq}: looks at dead letters, sends them back to their queues, or drops them. */
@NullMarked
package io.yobidashi.ops.dlq;

import org.jspecify.annotations.NullMarked;
