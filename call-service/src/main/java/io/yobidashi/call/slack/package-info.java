/** What is said in the Slack channel, and how it gets there. */
@NullMarked
package io.yobidashi.call.slack;

import org.jspecify.annotations.NullMarked;
