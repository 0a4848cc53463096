package io.yobidashi.dashboard.feed;

import io.yobidashi.core.settings.BadSettingException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.crt.CRT;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions;
import software.amazon.awssdk.crt.mqtt5.OnAttemptingConnectReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionFailureReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionSuccessReturn;
import software.amazon.awssdk.crt.mqtt5.OnDisconnectionReturn;
import software.amazon.awssdk.crt.mqtt5.OnStoppedReturn;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.SubAckPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubscribePacket;

/**
 * Subscriptions over a connection that repairs itself, each on its own: one that is refused is tried again and does not
 * touch the others. Every connection begins with a clean session and subscribes
 * anew: a session "resumed" by the broker without its subscriptions would look alive and stay silent for ever.
 */
public final class MqttLink implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MqttLink.class);
    private static final Duration RESUBSCRIBE = Duration.ofSeconds(2);

    /** MQTT 5, 3.9.3: reason codes from here up are refusals. */
    private static final int FIRST_REFUSAL = 0x80;

    private final List<Subscription> subscriptions;
    private final Mqtt5Client client;
    private final AtomicBoolean told = new AtomicBoolean();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @throws BadSettingException where the address needs what is not there, such as a readable certificate */
    public MqttLink(MqttAddress address, List<Subscription> subscriptions) {
        this.subscriptions = List.copyOf(subscriptions);
        this.client = address.client(
                new Life(),
                (source, message) -> received(
                        message.getPublishPacket().getTopic(),
                        message.getPublishPacket().getPayload()));
    }

    /** Begins to connect, and goes on for as long as it takes. */
    public void start() {
        client.start();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            client.stop();
            client.close();
        }
    }

    private void received(String topic, byte[] payload) {
        subscriptions.stream()
                .filter(subscription -> subscription.covers(topic))
                .forEach(subscription -> subscription.listener().received(topic, payload));
    }

    private void subscribe(Subscription subscription) {
        client.subscribe(new SubscribePacket.SubscribePacketBuilder(subscription.filter(), QOS.AT_LEAST_ONCE).build())
                .whenComplete((answer, failure) -> subscribed(subscription, answer, failure));
    }

    private void subscribed(Subscription subscription, @Nullable SubAckPacket answer, @Nullable Throwable failure) {
        String filter = subscription.filter();
        if (failure != null || answer == null || refused(answer)) {
            LOG.logf(
                    refused.add(filter) ? Logger.Level.WARN : Logger.Level.DEBUG,
                    "the broker did not take the subscription %s, trying again: %s",
                    filter,
                    reason(answer, failure));
            CompletableFuture.delayedExecutor(RESUBSCRIBE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> subscribeAgain(subscription));
            return;
        }
        told.set(false);
        refused.remove(filter);
        LOG.infof("subscribed to %s", filter);
        subscription.listener().subscribed();
    }

    /** Subscribing twice is harmless; a connection without its subscription would look alive and stay silent. */
    private void subscribeAgain(Subscription subscription) {
        if (!closed.get() && client.getIsConnected()) {
            subscribe(subscription);
        }
    }

    private static boolean refused(SubAckPacket answer) {
        return answer.getReasonCodes().stream().anyMatch(code -> code.getValue() >= FIRST_REFUSAL);
    }

    private static String reason(@Nullable SubAckPacket answer, @Nullable Throwable failure) {
        return answer != null
                ? answer.getReasonCodes().toString().toLowerCase(Locale.ROOT)
                : String.valueOf(failure == null ? null : failure.getMessage());
    }

    /** An outage is worth one line, not one for each attempt to end it. */
    private void warnOnce(String what, int errorCode) {
        String reason = CRT.awsErrorString(errorCode);
        if (told.compareAndSet(false, true)) {
            LOG.warnf("%s: %s; trying again until it works", what, reason);
        } else {
            LOG.debugf("%s: %s", what, reason);
        }
    }

    /**
     * Who hears of what.
     *
     * @param filter topics, {@code +} for any one level
     */
    public record Subscription(String filter, Listener listener) {
        boolean covers(String topic) {
            String[] wanted = filter.split("/", -1);
            String[] levels = topic.split("/", -1);
            return wanted.length == levels.length
                    && IntStream.range(0, wanted.length)
                            .allMatch(at -> wanted[at].equals("+") || wanted[at].equals(levels[at]));
        }
    }

    /** What the subscription meets. Calls come in order, on a thread that must not be held up. */
    public interface Listener {

        /** From now on every message arrives, until {@link #lost}. */
        void subscribed();

        void received(String topic, byte[] payload);

        void lost();
    }

    private final class Life implements Mqtt5ClientOptions.LifecycleEvents {

        @Override
        public void onAttemptingConnect(Mqtt5Client source, OnAttemptingConnectReturn attempt) {
            LOG.debug("connecting to the broker");
        }

        @Override
        public void onConnectionSuccess(Mqtt5Client source, OnConnectionSuccessReturn success) {
            subscriptions.forEach(MqttLink.this::subscribe);
        }

        @Override
        public void onConnectionFailure(Mqtt5Client source, OnConnectionFailureReturn failure) {
            warnOnce("no connection to the broker", failure.getErrorCode());
        }

        @Override
        public void onDisconnection(Mqtt5Client source, OnDisconnectionReturn end) {
            if (!closed.get()) {
                warnOnce("the connection to the broker is lost", end.getErrorCode());
                subscriptions.forEach(subscription -> subscription.listener().lost());
            }
        }

        @Override
        public void onStopped(Mqtt5Client source, OnStoppedReturn stopped) {
            LOG.debug("disconnected from the broker");
        }
    }
}
