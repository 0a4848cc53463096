/** How the commands reach the queues, and what they say of it where they do not. */
@NullMarked
package io.yobidashi.ops.reach;

import org.jspecify.annotations.NullMarked;
