package io.yobidashi.core.message;

/**
 * One message on a queue. Every message may come twice, late, early or out of order and must then be harmless.
 * The JSON forms are the golden files among this module's test resources.
 */
public sealed interface Message permits Press, Answer, Reset, Reminder, Tell {}
