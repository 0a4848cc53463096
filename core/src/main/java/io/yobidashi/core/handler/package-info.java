/** What is done with each message: read, decide, timers first, shadow second, Slack last. */
@NullMarked
package io.yobidashi.core.handler;

import org.jspecify.annotations.NullMarked;
