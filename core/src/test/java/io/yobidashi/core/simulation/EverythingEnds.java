package io.yobidashi.core.simulation;

/** Every call and every do not disturb ends, even if every timer is lost; nothing is left in the queues. */
final class EverythingEnds implements Invariant {
    @Override
    public String promise() {
        return "everything ends";
    }

    @Override
    public void atRest(Stage stage) {
        stage.everything().values().forEach(status -> demand(status.until() == null, status));
        demand(stage.queues().held().isEmpty(), stage.queues().held().size() + " messages are left");
    }
}
