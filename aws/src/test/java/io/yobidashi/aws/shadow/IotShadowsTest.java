package io.yobidashi.aws.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.aws.wiring.IotClients;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.port.WriteResult.Written;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

class IotShadowsTest {
    private static final Instant START = Instant.ofEpochSecond(1_763_928_000);
    private static final TestClock CLOUD_CLOCK = new TestClock(START);
    private static LocalCloud cloud;
    private static IotDataPlaneClient client;

    private final IotShadows shadows = new IotShadows(client, Clock.fixed(START, ZoneOffset.UTC));

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

    @Test
    void a_missing_shadow_reads_as_idle_with_version_0() {
        ShadowRow row = shadows.read("nobody-yet");

        assertThat(row).isEqualTo(new ShadowRow(PersonStatus.unknown("nobody-yet"), 0, null, null, START));
    }

    @Test
    void the_first_write_only_creates_the_shadow_and_the_second_writes() {
        PersonStatus next = calling("first", "call-1");

        WriteResult first = shadows.write(shadows.read("first"), next);
        ShadowRow created = shadows.read("first");
        WriteResult second = shadows.write(created, next);

        assertThat(first).isEqualTo(new WriteResult.Conflict());
        assertThat(created.status()).isEqualTo(PersonStatus.unknown("first"));
        assertThat(second).isEqualTo(new Written(created.version() + 1));
        assertThat(shadows.read("first").status()).isEqualTo(next);
    }

    @Test
    void of_two_writers_that_read_the_same_only_one_writes() {
        ShadowRow seen = written("race", calling("race", "call-1"));
        PersonStatus mine = seen.status().with(seen.status().call().repeated());
        PersonStatus theirs = seen.status().idle(START);

        assertThat(shadows.write(seen, theirs)).isInstanceOf(Written.class);
        assertThat(shadows.write(seen, mine)).isEqualTo(new WriteResult.Conflict());
        assertThat(shadows.read("race").status()).isEqualTo(theirs);
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
    void a_call_and_a_claim_are_dated_by_when_they_began() {
        ShadowRow opened = written("dates", calling("dates", "call-1"));
        Instant callSince = opened.callSince();
        CLOUD_CLOCK.advance(Duration.ofSeconds(7));
        Call claimed =
                opened.status().call().with(opened.status().call().ledger().claimedBy("c-1"));
        shadows.write(opened, opened.status().with(claimed));
        Instant claimSince = shadows.read("dates").claimSince();
        CLOUD_CLOCK.advance(Duration.ofSeconds(5));

        ShadowRow row = shadows.read("dates");
        shadows.write(row, row.status().with(row.status().call().repeated()));
        row = shadows.read("dates");

        assertThat(callSince).isNotNull();
        assertThat(row.callSince()).isEqualTo(callSince);
        assertThat(claimSince).isEqualTo(callSince.plusSeconds(7));
        assertThat(row.claimSince()).isEqualTo(claimSince);
        assertThat(row.readAt()).isEqualTo(callSince.plusSeconds(12));
    }

    @Test
    void a_new_call_and_no_claim_have_dates_of_their_own() {
        ShadowRow opened = written("anew", calling("anew", "call-1"));
        CLOUD_CLOCK.advance(Duration.ofSeconds(3));

        shadows.write(opened, calling("anew", "call-2"));
        ShadowRow row = shadows.read("anew");

        assertThat(row.callSince()).isEqualTo(opened.callSince().plusSeconds(3));
        assertThat(row.claimSince()).isNull();
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

    /** The row of a shadow that says this. */
    private ShadowRow written(String person, PersonStatus status) {
        shadows.write(shadows.read(person), status);
        assertThat(shadows.write(shadows.read(person), status)).isInstanceOf(Written.class);
        return shadows.read(person);
    }

    private static PersonStatus calling(String person, String callId) {
        Call call = Call.open(callId, new Origin("button", Click.SINGLE, START), Asked.first(person));
        PersonStatus calling = PersonStatus.unknown(person).calling(call, START, START.plusSeconds(300));
        assertThat(calling.state()).isEqualTo(State.CALLING);
        return calling;
    }

    private static IotDataPlaneClient clientOf(URI endpoint) {
        return IotClients.configured()
                .endpointOverride(endpoint)
                .region(Region.AP_NORTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }
}
