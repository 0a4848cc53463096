/**
 * call-service: takes presses in, opens calls, mentions people in Slack. {@code press} what a press looks like,
 * {@code door} the HTTP door, {@code slack} the way out; here they are wired to the handlers of {@code core}.
 */
@NullMarked
package io.yobidashi.call;

import org.jspecify.annotations.NullMarked;
