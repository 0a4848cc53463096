package io.yobidashi.localcloud.faults;

/**
 * A rule that applies to one request.
 *
 * @param seed decides what is left to chance within this fault
 * @param giveBack takes the fault back as if it had not applied
 */
record Fault(Rule rule, long seed, Runnable giveBack) {
    Kind kind() {
        return rule.kind();
    }
}
