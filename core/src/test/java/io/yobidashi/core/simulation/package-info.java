/**
 * A day at the booths, simulated: the handlers of the services over twins of everything outside, one virtual clock, and
 * chance that can be repeated. Read {@link io.yobidashi.core.simulation.Invariants} for what is promised,
 * {@link io.yobidashi.core.simulation.Action} for what may happen.
 */
package io.yobidashi.core.simulation;
