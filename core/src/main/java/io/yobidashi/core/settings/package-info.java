/** Settings from the environment, read once, refused by name. */
@NullMarked
package io.yobidashi.core.settings;

import org.jspecify.annotations.NullMarked;
