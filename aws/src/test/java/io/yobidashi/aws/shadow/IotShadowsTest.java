package io.yobidashi.aws.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.aws.wiring.IotClients;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.ShadowsContract;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** The contract on the real adapter, and what only it can meet. */
class IotShadowsTest extends ShadowsContract {
    private static final MutableClock CLOUD_CLOCK = new MutableClock(START);
    private static LocalCloud cloud;
    private static IotDataPlaneClient client;

    private final IotShadows shadows = new IotShadows(client, CLOUD_CLOCK);

    @BeforeAll
    static void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral().withClock(CLOUD_CLOCK));
        client = clientOf(cloud.endpoints().http());
    }

    @AfterAll
    static void stop() {
        client.close();
        cloud.close();
    }

    @Override
    protected Shadows shadows() {
        return shadows;
    }

    @Override
    protected MutableClock clock() {
        return CLOUD_CLOCK;
    }

    @Test
    void what_is_over_goes_away_and_what_others_report_stays() {
        ShadowRow before = written("nulls", calling("nulls", "call-1"));
        client.updateThingShadow(update -> update.thingName("nulls")
                .payload(SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"firmware\":\"7\"}}}")));

        shadows.write(shadows.read("nulls"), before.status().idle(START));

        String document =
                client.getThingShadow(get -> get.thingName("nulls")).payload().asUtf8String();
        assertThat(document).doesNotContain("call-1").contains("\"firmware\":\"7\"");
        assertThat(shadows.read("nulls").status()).isEqualTo(before.status().idle(START));
    }

    @Test
    void a_shadow_of_somebody_else_is_told_without_its_values() {
        client.updateThingShadow(update -> update.thingName("foreign")
                .payload(SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"state\":\"secret\"}}}")));

        assertThatThrownBy(() -> shadows.read("foreign"))
                .isInstanceOf(UnreadableShadowException.class)
                .hasMessageContaining("'state'")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_closed_port_means_away() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertAway(port);
    }

    @Test
    void a_server_that_never_answers_means_away() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertAway(deaf.getLocalPort());
        }
    }

    private static void assertAway(int port) {
        try (IotDataPlaneClient lonely = clientOf(URI.create("http://127.0.0.1:" + port))) {
            IotShadows away = new IotShadows(lonely, Clock.systemUTC());
            ShadowRow row = new ShadowRow(PersonStatus.unknown("sato"), 1, null, null, START);

            assertThatThrownBy(() -> away.read("sato")).isInstanceOf(DependencyAwayException.class);
            assertThatThrownBy(() -> away.write(row, row.status())).isInstanceOf(DependencyAwayException.class);
        }
    }

    private static IotDataPlaneClient clientOf(URI endpoint) {
        return IotClients.configured()
                .endpointOverride(endpoint)
                .region(Region.AP_NORTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }
}
