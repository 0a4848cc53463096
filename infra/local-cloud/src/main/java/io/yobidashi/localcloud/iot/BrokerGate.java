package io.yobidashi.localcloud.iot;

import com.hivemq.extension.sdk.api.auth.PublishAuthorizer;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.SubscriptionAuthorizer;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.connect.WillPublishPacket;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import com.hivemq.extension.sdk.api.packets.subscribe.Subscription;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Ends the connection of a client that does what AWS IoT does not allow. Anybody may connect. */
final class BrokerGate implements SimpleAuthenticator, PublishAuthorizer, SubscriptionAuthorizer {
    private static final int MAX_CLIENT_ID = 128;

    /** The rule that a publish breaks, if any. */
    static Optional<Breach> breach(PublishPacket packet) {
        Optional<Breach> byTopic = packet instanceof WillPublishPacket
                ? Breach.brokenByWill(packet.getTopic())
                : Breach.brokenByPublish(packet.getTopic(), packet.getRetain());
        int bytes = packet.getPayload().map(ByteBuffer::remaining).orElse(0);
        return byTopic.or(() -> Breach.brokenByPayload(bytes));
    }

    /** A client id has at most 128 bytes and does not start with {@code $} (quotas of the message broker). */
    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        String client = input.getConnectPacket().getClientId();
        if (client.startsWith("$") || client.getBytes(StandardCharsets.UTF_8).length > MAX_CLIENT_ID) {
            output.failAuthentication(ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID);
        } else {
            output.authenticateSuccessfully();
        }
    }

    @Override
    public void authorizePublish(PublishAuthorizerInput input, PublishAuthorizerOutput output) {
        breach(input.getPublishPacket())
                .ifPresentOrElse(
                        breach -> output.disconnectClient(reasonOf(breach), breach.text()),
                        output::authorizeSuccessfully);
    }

    @Override
    public void authorizeSubscribe(SubscriptionAuthorizerInput input, SubscriptionAuthorizerOutput output) {
        Subscription subscription = input.getSubscription();
        Breach.brokenBySubscription(
                        HashFilter.asSent(subscription.getTopicFilter()),
                        subscription.getQos().getQosNumber())
                .ifPresentOrElse(
                        breach -> output.disconnectClient(reasonOfFilter(breach), breach.text()),
                        output::authorizeSuccessfully);
    }

    private static DisconnectReasonCode reasonOf(Breach breach) {
        return switch (breach) {
            case RETAINED_RESERVED -> DisconnectReasonCode.RETAIN_NOT_SUPPORTED;
            case PAYLOAD -> DisconnectReasonCode.PACKET_TOO_LARGE;
            default -> DisconnectReasonCode.TOPIC_NAME_INVALID;
        };
    }

    private static DisconnectReasonCode reasonOfFilter(Breach breach) {
        return breach == Breach.QOS
                ? DisconnectReasonCode.QOS_NOT_SUPPORTED
                : DisconnectReasonCode.TOPIC_FILTER_INVALID;
    }
}
