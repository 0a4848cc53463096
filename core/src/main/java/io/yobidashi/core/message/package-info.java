/** What travels on the queues. */
@NullMarked
package io.yobidashi.core.message;

import org.jspecify.annotations.NullMarked;
