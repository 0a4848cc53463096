/** What every service's CDI container shares: settings, clock, clients, ports. */
@NullMarked
package io.yobidashi.aws.wiring;

import org.jspecify.annotations.NullMarked;
