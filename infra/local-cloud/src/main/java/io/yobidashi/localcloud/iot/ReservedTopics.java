package io.yobidashi.localcloud.iot;

import com.hivemq.extension.sdk.api.interceptor.publish.PublishOutboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishOutboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishOutboundOutput;
import com.hivemq.extension.sdk.api.interceptor.subscribe.SubscribeInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.subscribe.parameter.SubscribeInboundInput;
import com.hivemq.extension.sdk.api.interceptor.subscribe.parameter.SubscribeInboundOutput;
import com.hivemq.extension.sdk.api.interceptor.unsubscribe.UnsubscribeInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.unsubscribe.parameter.UnsubscribeInboundInput;
import com.hivemq.extension.sdk.api.interceptor.unsubscribe.parameter.UnsubscribeInboundOutput;
import com.hivemq.extension.sdk.api.services.subscription.TopicSubscription;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps the topics that begin with {@code $} from one client that has not asked for them: a filter that begins with a
 * wildcard does not match them (MQTT 3.1.1, 4.7.2; reserved-topics page), but the broker thinks so.
 */
final class ReservedTopics
        implements SubscribeInboundInterceptor, UnsubscribeInboundInterceptor, PublishOutboundInterceptor {
    private static final Pattern SHARED = Pattern.compile("^\\$share/[^/]+/");

    private final Map<String, Pattern> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> known;

    /** @param before what an earlier connection of this session has subscribed to; until it is known all is delivered */
    ReservedTopics(CompletableFuture<Set<TopicSubscription>> before) {
        this.known = before.thenAccept(subscriptions ->
                subscriptions.forEach(subscription -> ask(HashFilter.asSent(subscription.getTopicFilter()))));
    }

    /** Comes before {@link SubscribeRules}, which change the filters. */
    @Override
    public void onInboundSubscribe(SubscribeInboundInput input, SubscribeInboundOutput output) {
        input.getSubscribePacket().getSubscriptions().forEach(subscription -> ask(subscription.getTopicFilter()));
    }

    @Override
    public void onInboundUnsubscribe(UnsubscribeInboundInput input, UnsubscribeInboundOutput output) {
        input.getUnsubscribePacket().getTopicFilters().forEach(filter -> asked.remove(plain(filter)));
    }

    @Override
    public void onOutboundPublish(PublishOutboundInput input, PublishOutboundOutput output) {
        String topic = input.getPublishPacket().getTopic();
        boolean complete = known.isDone() && !known.isCompletedExceptionally();
        if (topic.startsWith("$")
                && complete
                && asked.values().stream()
                        .noneMatch(filter -> filter.matcher(topic).matches())) {
            output.preventPublishDelivery();
        }
    }

    private void ask(String filter) {
        String plain = plain(filter);
        if (plain.startsWith("$")) {
            asked.computeIfAbsent(plain, ReservedTopics::pattern);
        }
    }

    private static String plain(String filter) {
        return SHARED.matcher(filter).replaceFirst("");
    }

    private static Pattern pattern(String filter) {
        return Pattern.compile(Arrays.stream(filter.split("/", -1))
                .map(level -> switch (level) {
                    case "+" -> "[^/]*";
                    case "#" -> ".*";
                    default -> Pattern.quote(level);
                })
                .collect(Collectors.joining("/")));
    }
}
