package io.yobidashi.dashboard.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.core.settings.Settings;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MqttLinkTest {
    private static LocalCloud cloud;

    private final Story story = new Story();
    private final Story bell = new Story();

    @BeforeAll
    static void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void itHearsWhatIsPublishedUnderItsFilter() {
        try (MqttLink link = link(cloud.endpoints().mqtt())) {
            link.start();
            await().until(() -> story.contains("subscribed"));
            publish("elsewhere/1", "nobody listens");
            publish("booth/1", "hello");

            await().untilAsserted(() -> assertThat(story).containsExactly("subscribed", "booth/1 hello"));
        }
    }

    @Test
    void eachSubscriptionHearsItsOwn() {
        try (MqttLink link = link(cloud.endpoints().mqtt())) {
            link.start();
            await().until(() -> story.contains("subscribed") && bell.contains("subscribed"));
            publish("booth/1/bell", "ring");
            publish("booth/1", "hello");

            await().untilAsserted(() -> assertThat(story).containsExactly("subscribed", "booth/1 hello"));
            await().untilAsserted(() -> assertThat(bell).containsExactly("subscribed", "booth/1/bell ring"));
        }
    }

    @Test
    void aConnectionThatFallsSilentIsNoticedAndReplaced() {
        try (SilentRelay relay = new SilentRelay(cloud.endpoints().mqtt());
                MqttLink link = link(relay.address())) {
            link.start();
            await().until(() -> story.contains("subscribed"));

            relay.silence();
            await().atMost(Duration.ofSeconds(10)).until(() -> story.contains("lost"));
            relay.speak();

            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(story).containsExactly("subscribed", "lost", "subscribed"));
        }
    }

    private MqttLink link(URI broker) {
        Settings settings = new Settings(
                name -> name.equals("YOBIDASHI_MQTT_URL") ? Optional.of(broker.toString()) : Optional.empty());
        return new MqttLink(
                MqttAddress.of(settings),
                List.of(new MqttLink.Subscription("booth/+", story), new MqttLink.Subscription("booth/+/bell", bell)));
    }

    private static void publish(String topic, String message) {
        HttpRequest request = HttpRequest.newBuilder(cloud.endpoints().http().resolve("/topics/" + topic))
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /** What the link told, in order. */
    private static final class Story extends CopyOnWriteArrayList<String> implements MqttLink.Listener {
        private static final long serialVersionUID = 1L;

        @Override
        public void subscribed() {
            add("subscribed");
        }

        @Override
        public void received(String topic, byte[] payload) {
            add(topic + " " + new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void lost() {
            add("lost");
        }
    }
}
