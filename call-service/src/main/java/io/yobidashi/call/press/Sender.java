package io.yobidashi.call.press;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who sent a request that may press. */
public sealed interface Sender {
    /** The SIM that sent it, where one is named. */
    @Nullable
    String imsi();

    /** A SIM behind SORACOM Beam: it may press its own button only. {@code at} is signed too. */
    record Sim(String imsi, Instant at) implements Sender {}

    /** Whoever holds the token, or anybody where the door is open: may press every button. */
    record Trusted(@Nullable String imsi) implements Sender {}
}
