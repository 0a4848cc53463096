/** The doors of the core: shadows, queues, Slack. Adapters live in other modules. */
@NullMarked
package io.yobidashi.core.port;

import org.jspecify.annotations.NullMarked;
