package io.yobidashi.core.port;

/** What became of a versioned write. */
public sealed interface WriteResult {
    /** The shadow says what was written, under this version. */
    record Written(long version) implements WriteResult {}

    /** Somebody else wrote since the reading (AWS IoT answers 409): nothing was written. */
    record Conflict() implements WriteResult {}
}
