package io.yobidashi.aws.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.aws.wiring.IotClients;
import io.yobidashi.core.port.ButtonShadows;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.testing.ButtonShadowsContract;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** The contract on the real adapter, and what only it can meet. */
class IotButtonShadowsTest extends ButtonShadowsContract {
    private static LocalCloud cloud;
    private static IotDataPlaneClient client;

    private final IotButtonShadows shadows = new IotButtonShadows(client);

    @BeforeAll
    static void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        client = clientOf(cloud.endpoints().http());
    }

    @AfterAll
    static void stop() {
        client.close();
        cloud.close();
    }

    @Override
    protected ButtonShadows shadows() {
        return shadows;
    }

    @Test
    void the_status_of_the_person_is_another_shadow() {
        written("apart", Map.of("B1", FULL));

        assertThat(new IotShadows(client, Clock.systemUTC()).read("apart").version())
                .isZero();
    }

    @Test
    void what_others_report_beside_is_left_alone() {
        ButtonsRow row = written("beside", Map.of("B1", FULL));
        client.updateThingShadow(update -> update.thingName("beside")
                .shadowName(IotButtonShadows.SHADOW)
                .payload(SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"firmware\":\"7\"}}}")));

        ButtonsRow now = shadows.read("beside");
        shadows.write(now, Map.of("B1", BARE));

        assertThat(now.buttons()).isEqualTo(row.buttons());
        assertThat(client.getThingShadow(get -> get.thingName("beside").shadowName(IotButtonShadows.SHADOW))
                        .payload()
                        .asUtf8String())
                .contains("\"firmware\":\"7\"");
    }

    @Test
    void a_server_that_refuses_everybody_means_away() {
        try (IotDataPlaneClient lonely = clientOf(URI.create("http://127.0.0.1:1"))) {
            IotButtonShadows away = new IotButtonShadows(lonely);

            assertThatThrownBy(() -> away.read("sato")).isInstanceOf(DependencyAwayException.class);
            assertThatThrownBy(() -> away.write(new ButtonsRow("sato", Map.of(), 1), Map.of("B1", FULL)))
                    .isInstanceOf(DependencyAwayException.class);
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
