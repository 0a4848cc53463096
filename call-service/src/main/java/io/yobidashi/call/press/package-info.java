/** What a press looks like on its roads in, and who may send one. Pure. */
@NullMarked
package io.yobidashi.call.press;

import org.jspecify.annotations.NullMarked;
