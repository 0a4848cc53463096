/** When people work. */
@NullMarked
package io.yobidashi.core.hours;

import org.jspecify.annotations.NullMarked;
