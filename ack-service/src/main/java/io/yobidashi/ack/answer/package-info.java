/** What is said in Slack, and what it means. Pure. */
@NullMarked
package io.yobidashi.ack.answer;

import org.jspecify.annotations.NullMarked;
