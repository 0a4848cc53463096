package io.yobidashi.localcloud.faults;

import io.yobidashi.localcloud.iot.Publisher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The line from the shadow service to the broker: messages may come late, twice or in another order. What is late holds
 * up what comes after it, as on a connection.
 */
final class MqttLine implements Publisher {
    private final Publisher broker;
    private final Faults faults;
    private final ScheduledExecutorService thread;
    private final Deque<Runnable> late = new ArrayDeque<>();
    private long freeAt;
    private Runnable heldBack;

    MqttLine(Publisher broker, Faults faults, ScheduledExecutorService thread) {
        this.broker = broker;
        this.faults = faults;
        this.thread = thread;
        faults.watch(cloud -> releaseHeldBack());
    }

    @Override
    public void publish(String topic, byte[] payload) {
        Runnable message = () -> broker.publish(topic, payload);
        if (!faults.hasPlan(IotWire.CLOUD) && idle()) {
            message.run();
        } else {
            meetFault(message);
        }
    }

    private synchronized boolean idle() {
        return late.isEmpty() && heldBack == null;
    }

    private synchronized void meetFault(Runnable message) {
        Optional<Fault> fault = faults.draw(IotWire.CLOUD, IotWire.MQTT);
        Kind kind = fault.map(Fault::kind).orElse(null);
        if (kind == Kind.REORDER && heldBack != null) {
            fault.get().giveBack().run();
            send(message, 0);
            return;
        }
        fault.ifPresent(drawn -> faults.count(IotWire.CLOUD, drawn.kind()));
        if (kind == Kind.REORDER) {
            holdBack(message, fault.get().rule().nanos());
            return;
        }
        send(message, kind == Kind.SLOW ? fault.get().rule().nanos() : 0);
        if (kind == Kind.TWICE) {
            send(message, 0);
        }
    }

    private void holdBack(Runnable message, long nanos) {
        heldBack = message;
        later(() -> release(message), nanos);
    }

    /** With another plan, what the one before held back goes on its way. */
    private synchronized void releaseHeldBack() {
        if (heldBack != null) {
            release(heldBack);
        }
    }

    private synchronized void release(Runnable message) {
        if (heldBack == message) {
            heldBack = null;
            queue(message, 0);
        }
    }

    /** Whoever was held back comes right behind. */
    private void send(Runnable message, long nanos) {
        queue(message, nanos);
        releaseHeldBack();
    }

    private void queue(Runnable message, long nanos) {
        long now = System.nanoTime();
        long wait = Math.max(nanos, late.isEmpty() ? 0 : freeAt - now);
        if (wait <= 0 && late.isEmpty()) {
            message.run();
            return;
        }
        freeAt = now + wait;
        late.add(message);
        later(this::arrive, wait);
    }

    /** The first that is late, whichever timer rang first. */
    private synchronized void arrive() {
        late.remove().run();
    }

    private void later(Runnable task, long nanos) {
        thread.schedule(task, Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }
}
