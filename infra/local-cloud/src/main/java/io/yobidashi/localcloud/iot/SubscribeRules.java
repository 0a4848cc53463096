package io.yobidashi.localcloud.iot;

import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.interceptor.subscribe.SubscribeInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.subscribe.parameter.SubscribeInboundInput;
import com.hivemq.extension.sdk.api.interceptor.subscribe.parameter.SubscribeInboundOutput;
import com.hivemq.extension.sdk.api.interceptor.unsubscribe.UnsubscribeInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.unsubscribe.parameter.UnsubscribeInboundInput;
import com.hivemq.extension.sdk.api.interceptor.unsubscribe.parameter.UnsubscribeInboundOutput;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.packets.subscribe.ModifiableSubscription;
import com.hivemq.extension.sdk.api.packets.subscribe.RetainHandling;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.session.ClientService;
import java.time.Duration;

/** Gives subscriptions the meaning that they have at AWS IoT (mqtt page, differences, and the broker's quotas). */
final class SubscribeRules implements SubscribeInboundInterceptor, UnsubscribeInboundInterceptor {
    private static final int MAX_PER_PACKET = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ClientService clients = Services.clientService();

    @Override
    public void onInboundSubscribe(SubscribeInboundInput input, SubscribeInboundOutput output) {
        if (output.getSubscribePacket().getSubscriptions().size() > MAX_PER_PACKET) {
            disconnect(input.getClientInformation().getClientId(), output);
        }
        output.getSubscribePacket().getSubscriptions().forEach(SubscribeRules::translate);
    }

    @Override
    public void onInboundUnsubscribe(UnsubscribeInboundInput input, UnsubscribeInboundOutput output) {
        output.getUnsubscribePacket()
                .setTopicFilters(output.getUnsubscribePacket().getTopicFilters().stream()
                        .map(HashFilter::asGiven)
                        .toList());
    }

    /** A filter with a wildcard gets no retained messages. */
    private static void translate(ModifiableSubscription subscription) {
        String filter = subscription.getTopicFilter();
        if (filter.contains("+") || filter.contains("#")) {
            subscription.setRetainHandling(RetainHandling.DO_NOT_SEND);
        }
        String given = HashFilter.asGiven(filter);
        if (!given.equals(filter)) {
            subscription.setTopicFilter(given);
        }
    }

    /** Without an acknowledgement: it waits until the connection is gone. */
    private void disconnect(String client, SubscribeInboundOutput output) {
        var pause = output.async(PATIENCE, TimeoutFallback.FAILURE);
        clients.disconnectClient(client, false, DisconnectReasonCode.QUOTA_EXCEEDED, "8 subscriptions at once")
                .whenComplete((done, failure) -> pause.resume());
    }
}
