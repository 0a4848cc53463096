package io.yobidashi.core.testing;

class NamelessSlackTest extends RecordingSlackTest {
    NamelessSlackTest() {
        slack.nameless();
    }

    @Override
    protected Way way() {
        return Way.WEBHOOK;
    }
}
