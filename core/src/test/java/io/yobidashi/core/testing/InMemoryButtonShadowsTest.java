package io.yobidashi.core.testing;

import io.yobidashi.core.port.ButtonShadows;

class InMemoryButtonShadowsTest extends ButtonShadowsContract {
    private final InMemoryButtonShadows shadows = new InMemoryButtonShadows();

    @Override
    protected ButtonShadows shadows() {
        return shadows;
    }
}
