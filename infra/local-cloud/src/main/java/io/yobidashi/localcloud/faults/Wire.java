package io.yobidashi.localcloud.faults;

import java.util.Optional;

/** What the faults must know of one cloud: how its requests name their route, and how it says no. */
interface Wire {

    /** {@code slack}, {@code sqs} or {@code iot}. */
    String cloud();

    /** Whether this cloud has such a route. */
    boolean has(String route);

    /** Empty for requests that no plan may touch. */
    Optional<String> routeOf(Request request);

    /** The error of what is so wrong that the real server behind would not cope. */
    default Optional<Answer> unreadable(Request request) {
        return Optional.empty();
    }

    /** The error that a {@code status} or {@code retry-after} rule asks for, in the form of the real service. */
    Answer refusal(Request request, Rule rule);
}
