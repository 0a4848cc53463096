package io.yobidashi.localcloud.faults;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;

/** What all requests through one front share. Belongs to the front's event loop. */
final class Checkpoint {
    private final Faults faults;
    private final List<Wire> wires;
    private final Handouts handouts = new Handouts();
    private final Deletions deletions = new Deletions();
    private final Overtaking overtaking;
    private volatile Upstream upstream;
    private long held;

    Checkpoint(Vertx vertx, Faults faults, List<Wire> wires) {
        this.faults = faults;
        this.wires = wires;
        this.overtaking = new Overtaking(vertx);
    }

    /** Where requests go from now on. */
    void connect(Upstream next) {
        upstream = next;
    }

    Upstream upstream() {
        return upstream;
    }

    /** Empty if no plan is set for where the request goes, which costs a request next to nothing. */
    Optional<Spot> spotOf(Request request) {
        for (Wire wire : wires) {
            Optional<String> route = faults.hasPlan(wire.cloud()) ? wire.routeOf(request) : Optional.<String>empty();
            if (route.isPresent()) {
                return Optional.of(new Spot(wire, route.get()));
            }
        }
        return Optional.empty();
    }

    Optional<Answer> unreadable(Request request) {
        return wires.stream().flatMap(wire -> wire.unreadable(request).stream()).findFirst();
    }

    /** Of two that are to be held back on one route, the second passes instead. */
    Optional<Fault> draw(Spot spot) {
        Optional<Fault> fault = faults.draw(spot.wire().cloud(), spot.route());
        boolean overtakes =
                fault.filter(drawn -> drawn.kind() == Kind.REORDER).isPresent() && overtaking.waiting(spot.key());
        if (overtakes) {
            fault.get().giveBack().run();
            return Optional.empty();
        }
        return fault;
    }

    void count(String cloud, Fault fault) {
        faults.count(cloud, fault.kind());
    }

    boolean away(Spot spot) {
        return faults.away(spot.wire().cloud(), spot.route());
    }

    /** Goes on after that time, or when the plan changes. */
    void later(Spot spot, long millis, Runnable goOn) {
        overtaking.park(spot.key() + "#" + held++, millis, goOn);
    }

    void park(Spot spot, Fault fault, Runnable goOn) {
        overtaking.park(spot.key(), fault.rule().millis(), goOn);
    }

    Runnable overtake(Spot spot) {
        return overtaking.overtake(spot.key());
    }

    Optional<Answer> handedOutAgain(Spot spot, Request request) {
        return spot.receives() && !away(spot) ? handouts.next(SqsCall.of(request)) : Optional.empty();
    }

    /** A poll that brought nothing has not used up the fault. */
    Answer handOutAgain(SqsCall call, Answer answer, Fault fault) {
        Received received = Received.in(answer, call.json());
        if (received.messages().isEmpty()) {
            fault.giveBack().run();
        } else {
            handouts.keep(call, received);
            deletions.expect(received);
            count(SqsWire.CLOUD, fault);
        }
        return answer;
    }

    Deletions deletions() {
        return deletions;
    }

    /** The cloud has another plan: what the one before held back goes on its way. */
    void forget(String cloud) {
        if (cloud.equals(SqsWire.CLOUD)) {
            handouts.clear();
            deletions.clear();
        }
        overtaking.clear(cloud);
    }

    boolean serves(String cloud) {
        return wires.stream().anyMatch(wire -> wire.cloud().equals(cloud));
    }
}
