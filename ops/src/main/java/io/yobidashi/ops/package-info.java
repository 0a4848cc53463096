/** What operators run by hand. */
@NullMarked
package io.yobidashi.ops;

import org.jspecify.annotations.NullMarked;
