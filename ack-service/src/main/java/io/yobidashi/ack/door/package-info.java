/** The HTTP doors for Slack, and their refusals. */
@NullMarked
package io.yobidashi.ack.door;

import org.jspecify.annotations.NullMarked;
