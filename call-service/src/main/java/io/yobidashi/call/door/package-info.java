/** The HTTP door for presses, and its refusals. */
@NullMarked
package io.yobidashi.call.door;

import org.jspecify.annotations.NullMarked;
