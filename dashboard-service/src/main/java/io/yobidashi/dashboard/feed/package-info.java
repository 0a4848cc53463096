/** Where the board's knowledge comes from: shadow documents over MQTT, and readings over REST. */
@NullMarked
package io.yobidashi.dashboard.feed;

import org.jspecify.annotations.NullMarked;
