/** The life of a person's status: one pure, total function. */
@NullMarked
package io.yobidashi.core.rules;

import org.jspecify.annotations.NullMarked;
