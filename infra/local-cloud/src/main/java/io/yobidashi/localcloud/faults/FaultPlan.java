package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The faults of one cloud. All chance comes from the seed, so the same plan meets the same sequence of requests with the
 * same faults. Safe for many threads.
 */
final class FaultPlan {
    static final FaultPlan NONE = new FaultPlan(0, List.of());

    private final long seed;
    private final Random random;
    private final List<Slot> slots;

    FaultPlan(long seed, List<Rule> rules) {
        long now = System.nanoTime();
        this.seed = seed;
        this.random = new Random(seed);
        this.slots =
                rules.stream().map(rule -> new Slot(rule, now + rule.nanos())).toList();
    }

    boolean empty() {
        return slots.isEmpty();
    }

    /** The first rule with times left that covers the route and whose chance comes true; it counts as used then. */
    synchronized Optional<Fault> draw(String route) {
        return slots.stream()
                .filter(slot -> slot.open() && slot.rule.covers(route) && chance(slot.rule.probability()))
                .findFirst()
                .map(this::use);
    }

    /** How long the route's server will still be away; 0 if it is there. */
    synchronized long awayNanos(String route) {
        return slots.stream()
                .filter(slot -> slot.rule.kind() == Kind.AWAY && slot.rule.covers(route))
                .mapToLong(Slot::nanosLeft)
                .filter(left -> left > 0)
                .max()
                .orElse(0);
    }

    synchronized ObjectNode shown() {
        ObjectNode plan = JsonNodeFactory.instance.objectNode().put("seed", seed);
        ArrayNode rules = plan.putArray("rules");
        slots.forEach(slot -> rules.add(slot.shown()));
        return plan;
    }

    /** A certain rule draws nothing: adding one does not change what chance brings to the others. */
    private boolean chance(double probability) {
        return probability >= 1 || random.nextDouble() < probability;
    }

    private Fault use(Slot slot) {
        slot.used++;
        return new Fault(slot.rule, random.nextLong(), () -> giveBack(slot));
    }

    private synchronized void giveBack(Slot slot) {
        slot.used--;
    }

    private static final class Slot {
        private final Rule rule;
        private final long endOfAway;
        private int used;

        private Slot(Rule rule, long endOfAway) {
            this.rule = rule;
            this.endOfAway = endOfAway;
        }

        private boolean open() {
            boolean timesLeft = rule.times().isEmpty() || used < rule.times().getAsInt();
            return timesLeft && (rule.kind() != Kind.AWAY || nanosLeft() > 0);
        }

        private long nanosLeft() {
            return endOfAway - System.nanoTime();
        }

        private ObjectNode shown() {
            ObjectNode shown = JsonNodeFactory.instance
                    .objectNode()
                    .put("route", rule.route())
                    .put("kind", rule.kind().word())
                    .put("seconds", rule.seconds())
                    .put("probability", rule.probability())
                    .put("used", used);
            rule.status().ifPresent(status -> shown.put("status", status));
            rule.error().ifPresent(error -> shown.put("error", error));
            rule.times().ifPresent(times -> shown.put("times", times).put("left", times - used));
            if (rule.kind() == Kind.AWAY) {
                shown.put("secondsLeft", Math.max(0, nanosLeft()) / 1_000_000_000.0);
            }
            return shown;
        }
    }
}
