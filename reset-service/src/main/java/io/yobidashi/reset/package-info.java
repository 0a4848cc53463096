/** reset-service: ends states when their time is over, and looks after those whose timer was lost. */
@NullMarked
package io.yobidashi.reset;

import org.jspecify.annotations.NullMarked;
