package io.yobidashi.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole of it in one JVM, with parts taken away and brought back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalCloudTest {
    private LocalCloud cloud;
    private Browser browser;

    @BeforeAll
    void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        browser = new Browser(cloud.endpoints().http());
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void while_the_broker_is_away_shadows_are_served_and_it_returns_on_its_ports() {
        Endpoints before = cloud.endpoints();

        cloud.stopBroker();
        assertThat(accepts(before.mqtt())).isFalse();
        assertThat(accepts(before.mqttWebSocket())).isFalse();
        assertThat(browser.get("/q/health/ready").statusCode()).isEqualTo(503);
        assertThat(browser.get("/q/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> update =
                browser.post("/things/sato/shadow", "application/json", "{\"state\":{\"reported\":{\"a\":1}}}");
        assertThat(update.statusCode()).isEqualTo(200);

        cloud.startBroker();
        assertThat(cloud.endpoints()).isEqualTo(before);
        assertThat(accepts(before.mqtt())).isTrue();
        assertThat(browser.get("/things/sato/shadow").body()).contains("\"a\":1");
        assertThat(browser.get("/q/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void while_sqs_is_away_its_port_is_closed_and_its_messages_are_kept() {
        Endpoints before = cloud.endpoints();
        sqs("/000000000000/yobidashi-acks", "Action=SendMessage&MessageBody=kept");

        cloud.stopSqs();
        assertThat(accepts(before.sqs())).isFalse();

        cloud.startSqs();
        assertThat(cloud.endpoints()).isEqualTo(before);
        assertThat(sqs("/000000000000/yobidashi-acks", "Action=ReceiveMessage&WaitTimeSeconds=1")
                        .body())
                .contains("kept");
    }

    @Test
    void queues_that_were_deleted_are_made_anew_with_the_door() {
        sqs("/000000000000/yobidashi-resets", "Action=DeleteQueue");
        assertThat(sqs("/", "Action=GetQueueUrl&QueueName=yobidashi-resets").statusCode())
                .isEqualTo(400);

        cloud.stopSqs();
        cloud.startSqs();

        assertThat(sqs("/", "Action=GetQueueUrl&QueueName=yobidashi-resets").statusCode())
                .isEqualTo(200);
    }

    @Test
    void stopping_and_starting_twice_is_harmless() {
        cloud.startBroker();
        cloud.startSqs();
        cloud.stopSqs();
        cloud.stopSqs();
        cloud.startSqs();

        assertThat(browser.get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void another_local_cloud_lives_beside_it_with_shadows_of_its_own() {
        browser.post("/things/suzuki/shadow", "application/json", "{\"state\":{\"reported\":{\"a\":1}}}");

        try (LocalCloud other = LocalCloud.start(LocalCloudConfig.ephemeral())) {
            assertThat(new Browser(other.endpoints().http())
                            .get("/things/suzuki/shadow")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(browser.get("/things/suzuki/shadow").statusCode()).isEqualTo(200);
    }

    @Test
    void the_pages_are_there_and_load_nothing_from_elsewhere() {
        HttpResponse<String> control = browser.get("/");

        assertThat(control.body()).contains("呼び出し").contains("control.js");
        assertThat(control.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'");
        assertThat(browser.get("/slack.html").body()).contains("slack.js");
        assertThat(browser.get("/slack").headers().firstValue("Location").orElseThrow())
                .endsWith("/slack.html");
        assertThat(browser.get("/about").body())
                .contains("佐藤")
                .contains(cloud.endpoints().sqs().toString());
    }

    @Test
    void metrics_name_each_part() {
        assertThat(browser.get("/q/metrics").body())
                .contains("local_cloud_part_up{part=\"mqtt\"} ")
                .contains("local_cloud_part_up{part=\"sqs\"} ")
                .contains("local_cloud_shadow_updates_total ");
    }

    private HttpResponse<String> sqs(String path, String form) {
        return new Browser(cloud.endpoints().sqs()).post(path, "application/x-www-form-urlencoded", form);
    }

    private static boolean accepts(URI address) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
