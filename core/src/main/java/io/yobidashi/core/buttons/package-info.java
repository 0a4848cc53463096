/** How the buttons themselves are: charge, last press, last test, presses that never came. Pure. */
@NullMarked
package io.yobidashi.core.buttons;

import org.jspecify.annotations.NullMarked;
