package io.yobidashi.localcloud.faults;

/** Where a request is going: a cloud and one of its routes. */
record Spot(Wire wire, String route) {

    /** The name of the place, unlike that of any other. */
    String key() {
        return wire.cloud() + "/" + route;
    }

    /** Whether messages are handed out there. */
    boolean receives() {
        return route.equals(SqsWire.RECEIVE) && wire instanceof SqsWire;
    }
}
