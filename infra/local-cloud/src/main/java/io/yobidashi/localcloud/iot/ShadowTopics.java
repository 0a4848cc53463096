package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MQTT door of the shadow service: takes what clients publish to the reserved request topics and publishes the
 * {@code accepted} or {@code rejected} answer. Any other topic is none of its business. It runs before the broker
 * acknowledges, so a PUBACK says that the shadow has decided.
 */
public final class ShadowTopics implements Inbound {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowTopics.class);
    private static final Pattern REQUEST =
            Pattern.compile("\\$aws/things/([^/]+)/shadow(?:/name/([^/]+))?/(get|update|delete)");

    private final Shadows shadows;
    private final Publisher publisher;

    public ShadowTopics(Shadows shadows, Publisher publisher) {
        this.shadows = shadows;
        this.publisher = publisher;
    }

    @Override
    public CompletionStage<?> received(String topic, byte[] payload) {
        Matcher request = REQUEST.matcher(topic);
        if (request.matches()) {
            answer(topic, payload, () -> handle(request, payload));
        }
        return CompletableFuture.completedStage(null);
    }

    private ObjectNode handle(Matcher request, byte[] payload) {
        ShadowName name = new ShadowName(request.group(1), Optional.ofNullable(request.group(2)));
        return switch (request.group(3)) {
            case "get" -> ShadowReplies.withToken(shadows.get(name), ShadowUpdate.tokenOf(payload));
            case "update" -> shadows.update(name, payload);
            default -> ShadowReplies.withToken(shadows.delete(name), ShadowUpdate.tokenOf(payload));
        };
    }

    private void answer(String topic, byte[] payload, Supplier<ObjectNode> request) {
        try {
            publish(topic + "/accepted", request.get());
        } catch (ShadowRefusal refusal) {
            reject(topic, payload, refusal);
        } catch (RuntimeException bug) {
            LOG.error("Failed to answer {}", topic, bug);
            reject(topic, payload, ShadowRefusal.internalFailure());
        }
    }

    private void reject(String topic, byte[] payload, ShadowRefusal refusal) {
        ObjectNode rejected = ShadowReplies.rejected(refusal);
        publish(topic + "/rejected", ShadowReplies.withToken(rejected, ShadowUpdate.tokenOf(payload)));
    }

    private void publish(String topic, ObjectNode message) {
        publisher.publish(topic, message.toString().getBytes(StandardCharsets.UTF_8));
    }
}
