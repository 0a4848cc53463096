package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.web.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fault plans of Slack, SQS and IoT; one never touches another. Safe for many threads. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final Map<String, FaultPlan> plans = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new LinkedHashMap<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

    public Faults() {
        List.of(new SlackWire(), new SqsWire(), new IotWire()).forEach(this::add);
    }

    private void add(Wire wire) {
        wires.put(wire.cloud(), wire);
        plans.put(wire.cloud(), FaultPlan.NONE);
        Arrays.stream(Kind.values()).forEach(kind -> counts.put(counter(wire.cloud(), kind), new LongAdder()));
    }

    /**
     * Replaces the plan of one cloud.
     *
     * @param plan JSON: {@code seed} and {@code rules}
     * @throws Problem 404 for an unknown cloud, 400 for a plan that makes no sense
     */
    public void set(String cloud, String plan) {
        replace(cloud, PlanForm.read(wire(cloud), plan));
    }

    /** @throws Problem 404 for an unknown cloud */
    public void clear(String cloud) {
        replace(wire(cloud).cloud(), FaultPlan.NONE);
    }

    public void clear() {
        wires.keySet().forEach(this::clear);
    }

    /** By cloud, the plan and what is left of it. */
    ObjectNode shown() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        wires.keySet().forEach(cloud -> all.set(cloud, plans.get(cloud).shown()));
        return all;
    }

    /** How often each kind has met a request of each cloud, by the name and labels of a metric. */
    public Map<String, LongSupplier> counters() {
        Map<String, LongSupplier> counters = new LinkedHashMap<>();
        counts.forEach((name, count) -> counters.put(name, count::sum));
        return counters;
    }

    boolean hasPlan(String cloud) {
        return !plans.get(cloud).empty();
    }

    Optional<Fault> draw(String cloud, String route) {
        return plans.get(cloud).draw(route);
    }

    void count(String cloud, Kind kind) {
        counts.get(counter(cloud, kind)).increment();
    }

    boolean away(String cloud, String route) {
        return awayNanos(cloud, route) > 0;
    }

    long awayNanos(String cloud, String route) {
        return plans.get(cloud).awayNanos(route);
    }

    /** @param watcher is told the cloud whose plan has changed, before whoever changed it goes on */
    void watch(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    Wire wire(String cloud) {
        return Optional.ofNullable(wires.get(cloud))
                .orElseThrow(() ->
                        new Problem(404, "There are fault plans for slack, sqs and iot, not for '" + cloud + "'."));
    }

    private void replace(String cloud, FaultPlan plan) {
        FaultPlan before = plans.put(cloud, plan);
        if (!plan.empty() || !before.empty()) {
            LOG.info("The fault plan of {} was {}", cloud, plan.empty() ? "cleared" : "set");
            watchers.forEach(watcher -> watcher.accept(cloud));
        }
    }

    private static String counter(String cloud, Kind kind) {
        return "local_cloud_faults_total{cloud=\"" + cloud + "\",kind=\"" + kind.word() + "\"}";
    }
}
