package io.yobidashi.localcloud.iot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.localcloud.Threads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.InvalidRequestException;
import software.amazon.awssdk.services.iotdataplane.model.RequestEntityTooLargeException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

/** The REST door, driven with the data plane client of the AWS SDK over a real socket. */
class ShadowDoorTest extends ThingTest {

    @Test
    void an_update_over_REST_is_answered_with_what_was_accepted() {
        JsonNode accepted = thing.update("{\"state\":{\"reported\":{\"schema\":1}},\"clientToken\":\"t\"}");

        assertThat(accepted.at("/state/reported/schema").asInt()).isEqualTo(1);
        assertThat(accepted.at("/version").asLong()).isEqualTo(1);
        assertThat(accepted.at("/clientToken").asText()).isEqualTo("t");
        assertThat(accepted.at("/metadata/reported/schema/timestamp").asLong())
                .isEqualTo(accepted.at("/timestamp").asLong());
        assertThat(thing.get().at("/state/reported/schema").asInt()).isEqualTo(1);
    }

    @Test
    void the_sdk_sees_the_exceptions_of_aws() {
        String tooMuch = "{\"state\":{\"reported\":{\"a\":\"" + "x".repeat(9_000) + "\"}}}";

        assertThatThrownBy(thing::get)
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("No shadow exists with name: '" + thing.name() + "'");
        thing.update("{\"state\":{\"reported\":{\"schema\":1}}}");
        assertThatThrownBy(() -> thing.update("{\"state\":{},\"version\":7}"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Version conflict");
        assertThatThrownBy(() -> thing.update("{}"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Missing required node: state");
        assertThatThrownBy(() -> thing.update(tooMuch)).isInstanceOf(RequestEntityTooLargeException.class);
    }

    @Test
    void of_many_writers_with_the_same_version_one_wins() {
        thing.update("{\"state\":{\"reported\":{\"schema\":1}}}");

        List<CompletableFuture<Boolean>> writers = IntStream.range(0, 8)
                .mapToObj(writer -> CompletableFuture.supplyAsync(() -> wins(writer), Threads.ONE_FOR_EACH))
                .toList();

        assertThat(writers.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(thing.get().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void a_named_shadow_lives_beside_the_classic_one_until_it_is_deleted() {
        SdkBytes battery = SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"battery\":0.75}}}");
        thing.iot()
                .updateThingShadow(request ->
                        request.thingName(thing.name()).shadowName("buttons").payload(battery));

        assertThatThrownBy(thing::get).isInstanceOf(ResourceNotFoundException.class);
        assertThat(thing.iot()
                        .getThingShadow(
                                request -> request.thingName(thing.name()).shadowName("buttons"))
                        .payload()
                        .asUtf8String())
                .contains("0.75");
        thing.iot().deleteThingShadow(request -> request.thingName(thing.name()).shadowName("buttons"));
        assertThatThrownBy(() -> thing.iot().getThingShadow(request -> request.thingName(thing.name())
                        .shadowName("buttons")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("'buttons'");
    }

    @Test
    void a_topic_with_a_wildcard_is_refused() {
        assertThatThrownBy(() -> thing.iot().publish(request -> request.topic("iotbutton/#")))
                .isInstanceOf(InvalidRequestException.class);
    }

    private boolean wins(int writer) {
        try {
            thing.update("{\"state\":{\"reported\":{\"by\":" + writer + "}},\"version\":1}");
            return true;
        } catch (ConflictException lost) {
            return false;
        }
    }
}
