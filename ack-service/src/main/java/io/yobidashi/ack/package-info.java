/**
 * ack-service: takes answers in from Slack. {@code answer} what an answer says and what is said in return, {@code door}
 * the HTTP doors; here they are wired to the handlers of {@code core}.
 */
@NullMarked
package io.yobidashi.ack;

import org.jspecify.annotations.NullMarked;
