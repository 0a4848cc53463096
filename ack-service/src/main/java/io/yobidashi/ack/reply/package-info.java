/** What is said in return, and how it gets there. */
@NullMarked
package io.yobidashi.ack.reply;

import org.jspecify.annotations.NullMarked;
