package io.yobidashi.core.testing;

import io.yobidashi.core.port.Shadows;

class InMemoryShadowsTest extends ShadowsContract {
    private final MutableClock clock = new MutableClock(START);
    private final InMemoryShadows shadows = new InMemoryShadows(clock);

    @Override
    protected Shadows shadows() {
        return shadows;
    }

    @Override
    protected MutableClock clock() {
        return clock;
    }
}
