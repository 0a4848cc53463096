/** Whether every button reaches somebody: looks at everything on the way, and changes and tells nothing. */
@NullMarked
package io.yobidashi.ops.check;

import org.jspecify.annotations.NullMarked;
