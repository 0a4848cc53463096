/** What is said to operators, in Japanese and English. */
@NullMarked
package io.yobidashi.ops.said;

import org.jspecify.annotations.NullMarked;
