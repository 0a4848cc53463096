/** How viewers get the board: JSON, Server-Sent Events, health and metrics. */
@NullMarked
package io.yobidashi.dashboard.live;

import org.jspecify.annotations.NullMarked;
