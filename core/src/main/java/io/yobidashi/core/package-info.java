/**
 * Yobidashi's core. {@code status} what a shadow says, {@code message} what travels on the queues, {@code rules} what
 * an event does to a status (pure), {@code telling} what Slack is owed (pure), {@code port} the doors, {@code handler}
 * what is done with each message, {@code roster} who is who, {@code settings} the environment.
 *
 * <p>Dependencies point one way: {@code handler -> port -> telling -> status} and {@code handler -> rules -> message ->
 * status}.
 */
@NullMarked
package io.yobidashi.core;

import org.jspecify.annotations.NullMarked;
