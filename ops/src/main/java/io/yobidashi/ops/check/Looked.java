package io.yobidashi.ops.check;

import java.util.List;
import java.util.Set;

/**
 * What came of looking at one part of the way.
 *
 * @param unreachable the ids of the people whom no call can reach because of it
 */
record Looked(List<Finding> findings, Set<String> unreachable) {
    Looked {
        findings = List.copyOf(findings);
        unreachable = Set.copyOf(unreachable);
    }

    static Looked harmless(List<Finding> findings) {
        return new Looked(findings, Set.of());
    }
}
