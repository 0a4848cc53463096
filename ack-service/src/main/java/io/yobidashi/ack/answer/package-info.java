/** What people write to answer, or about themselves. */
@NullMarked
package io.yobidashi.ack.answer;

import org.jspecify.annotations.NullMarked;
