package io.yobidashi.localcloud.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.PressesQueue;
import io.yobidashi.localcloud.iot.MqttPeer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever publishes, the message is in the queue; read by the SQS client of the AWS SDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesOnTheWireTest {
    private static final String CLICK =
            "{\"serialNumber\":\"G030JF055364XVRB\",\"clickType\":\"LONG\",\"batteryVoltage\":\"2000mV\"}";

    private LocalCloud cloud;
    private PressesQueue queue;
    private Browser browser;

    @BeforeAll
    void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        queue = new PressesQueue(cloud.endpoints().sqs());
        browser = new Browser(cloud.endpoints().http());
    }

    @AfterAll
    void stop() {
        queue.close();
        cloud.close();
    }

    @Test
    void a_publish_of_the_IoT_Device_SDK_is_in_the_queue_when_it_is_acknowledged() {
        try (MqttPeer button = new MqttPeer(cloud.endpoints().mqtt())) {
            button.publish("iotbutton/G030JF055364XVRB", CLICK);

            assertThat(queue.takeNow()).containsExactly(CLICK);
        }
    }

    @Test
    void other_subscribers_get_it_all_the_same() {
        try (MqttPeer button = new MqttPeer(cloud.endpoints().mqttWebSocket());
                MqttPeer onlooker = new MqttPeer(cloud.endpoints().mqtt())) {
            onlooker.subscribe("iotbutton/+");
            button.publish("iotbutton/G030JF055364XVRB", CLICK);

            assertThat(onlooker.awaitFirst("iotbutton/G030JF055364XVRB").toString())
                    .isEqualTo(CLICK);
            assertThat(queue.takeNow()).containsExactly(CLICK);
        }
    }

    @Test
    void a_publish_over_REST_is_forwarded_too() {
        browser.post("/topics/iotbutton/G030JF055364XVRB?qos=1", "application/json", CLICK);

        assertThat(queue.take(1)).containsExactly(CLICK);
    }

    @Test
    void a_topic_of_no_rule_stays_with_the_broker() {
        try (MqttPeer device = new MqttPeer(cloud.endpoints().mqtt())) {
            device.publish("iotbutton/G030JF055364XVRB/status", "{}");
            device.publish("elsewhere/a", "{}");

            assertThat(queue.takeNow()).isEmpty();
        }
    }

    @Test
    void while_SQS_is_away_the_acknowledgement_waits_and_nothing_is_lost() {
        try (MqttPeer button = new MqttPeer(cloud.endpoints().mqtt())) {
            cloud.stopSqs();
            CompletableFuture<Void> acknowledged =
                    CompletableFuture.runAsync(() -> button.publish("iotbutton/G1", CLICK));
            assertThat(acknowledged).isNotDone();
            cloud.startSqs();

            acknowledged.orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(queue.takeNow()).containsExactly(CLICK);
        }
    }

    @Test
    void mosquitto_pub_presses_as_well() throws Exception {
        assumeTrue(installed("mosquitto_pub"), "mosquitto_pub is not installed");
        Process process = new ProcessBuilder(
                        "mosquitto_pub",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        "" + cloud.endpoints().mqtt().getPort(),
                        "-q",
                        "1",
                        "-t",
                        "iotbutton/G030JF055364XVRB",
                        "-m",
                        CLICK)
                .inheritIO()
                .start();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(queue.takeNow()).containsExactly(CLICK);
    }

    @Test
    void forwarded_messages_are_counted() {
        browser.post("/topics/funnel/440103000000001", "application/json", "{\"imsi\":\"440103000000001\"}");
        queue.take(1);

        assertThat(browser.get("/q/metrics").body())
                .containsPattern("local_cloud_rules_forwarded_total [1-9]")
                .contains("local_cloud_rules_dropped_total 0");
    }

    private static boolean installed(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
