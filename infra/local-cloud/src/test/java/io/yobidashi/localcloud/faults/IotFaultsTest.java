package io.yobidashi.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneAsyncClient;

/**
 * The data plane client of the AWS SDK against an IoT Core that misbehaves; what the shadow service got is heard by the
 * MQTT client of the AWS IoT Device SDK.
 */
class IotFaultsTest extends FaultContract {
    private IotDataPlaneAsyncClient iot;
    private Listener listener;
    private String thing;

    @Override
    void open() {
        iot = AwsOutcome.tryingOnce(
                IotDataPlaneAsyncClient.builder(), cloud.endpoints().http());
        listener = new Listener(cloud.endpoints().mqtt());
    }

    @BeforeEach
    void takeAFreshThing() {
        listener.awaitConnected();
        thing = "thing-" + UUID.randomUUID();
        listener.subscribe(documents());
    }

    @Override
    void close() {
        listener.close();
        iot.close();
    }

    @Override
    String name() {
        return "iot";
    }

    @Override
    String route() {
        return "UpdateThingShadow";
    }

    @Override
    CompletableFuture<Result> push(String text) {
        SdkBytes payload = SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"text\":\"" + text + "\"}}}");
        return AwsOutcome.of(
                iot.updateThingShadow(request -> request.thingName(thing).payload(payload)));
    }

    @Override
    List<String> arrived() {
        return listener.heard(documents()).stream().map(IotFaultsTest::text).toList();
    }

    @Override
    String failure() {
        return "InternalFailureException";
    }

    @Override
    String throttling() {
        return "ThrottlingException";
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidRequestException",
        "401, UnauthorizedException",
        "404, ResourceNotFoundException",
        "409, ConflictException",
        "413, RequestEntityTooLargeException",
        "415, UnsupportedDocumentEncodingException",
        "503, ServiceUnavailableException",
    })
    void the_sdk_knows_the_error_of_each_status(int status, String error) {
        planFor("GetThingShadow", "{'kind':'status','status':" + status + "}");

        assertThat(AwsOutcome.of(iot.getThingShadow(request -> request.thingName(thing)))
                        .join())
                .isEqualTo(refused(status, error));
        assertThat(push("other route").join()).isEqualTo(Result.DONE);
    }

    @Test
    void routes_are_told_apart() {
        push("there").join();
        for (String route : List.of("DeleteThingShadow", "Publish")) {
            planFor(route, "{'kind':'status','error':'UnauthorizedException','status':401}");
            boolean delete = route.startsWith("Delete");
            CompletableFuture<?> meant = delete
                    ? iot.deleteThingShadow(request -> request.thingName(thing))
                    : iot.publish(request -> request.topic("a/b"));

            assertThat(AwsOutcome.of(meant).join()).isEqualTo(refused(401, "UnauthorizedException"));
            assertThat(AwsOutcome.of(iot.getThingShadow(request -> request.thingName(thing)))
                            .join())
                    .isEqualTo(Result.DONE);
        }
    }

    @Test
    void a_message_of_the_shadow_service_comes_late_and_holds_up_the_next() {
        planFor("mqtt", "{'kind':'slow','seconds':0.5,'times':1}");

        push("a").join();
        push("b").join();

        awaitArrived("a", "b");
    }

    @Test
    void a_message_of_the_shadow_service_comes_twice() {
        planFor("mqtt", "{'kind':'twice','times':1}");

        push("a").join();
        push("b").join();

        awaitArrived("a", "a", "b");
    }

    @Test
    void a_message_of_the_shadow_service_is_overtaken() {
        planFor("mqtt", "{'kind':'reorder','seconds':300,'times':1}");

        push("first").join();
        push("second").join();

        awaitArrived("second", "first");
    }

    @Test
    void the_broker_goes_away_and_returns_by_itself_while_rest_is_served() {
        planFor("mqtt", "{'kind':'away','seconds':1}");

        assertThat(push("unheard").join()).isEqualTo(Result.DONE);
        listener.awaitDisconnected();
        listener.awaitConnected();
        listener.subscribe(documents());
        push("heard").join();

        awaitArrived("heard");
    }

    @Test
    void when_all_of_iot_is_away_the_broker_is_too_until_the_plan_is_cleared() {
        planFor("*", "{'kind':'away','seconds':300}");
        listener.awaitDisconnected();
        assertThat(push("a").join()).isEqualTo(Result.CUT);

        cloud.faults().clear("iot");

        listener.awaitConnected();
        assertThat(push("b").join()).isEqualTo(Result.DONE);
    }

    @Test
    void faults_for_any_route_leave_the_messages_of_the_broker_alone() {
        planFor("*", "{'kind':'twice','times':1}");

        push("a").join();

        awaitArrived("a", "a");
    }

    private String documents() {
        return "$aws/things/" + thing + "/shadow/update/documents";
    }

    private static String text(String document) {
        try {
            return new ObjectMapper()
                    .readTree(document)
                    .at("/current/state/reported/text")
                    .asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
