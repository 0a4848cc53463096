/** What Slack sends. */
@NullMarked
package io.yobidashi.ack.slack;

import org.jspecify.annotations.NullMarked;
