package io.yobidashi.localcloud.iot;

import static io.yobidashi.localcloud.iot.RecordingPublisher.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** A thing that no other test knows, and the data plane client of the AWS SDK to reach its shadow. */
public record FreshThing(String name, IotDataPlaneClient iot) implements AutoCloseable {

    public static FreshThing at(URI endpoint) {
        IotDataPlaneClient iot = IotDataPlaneClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        return new FreshThing("thing-" + UUID.randomUUID(), iot);
    }

    public JsonNode update(String body) {
        SdkBytes payload = SdkBytes.fromUtf8String(body);
        return json(iot.updateThingShadow(request -> request.thingName(name).payload(payload))
                .payload()
                .asUtf8String());
    }

    public JsonNode get() {
        return json(
                iot.getThingShadow(request -> request.thingName(name)).payload().asUtf8String());
    }

    public String topic(String rest) {
        return "$aws/things/" + name + "/shadow/" + rest;
    }

    @Override
    public void close() {
        iot.close();
    }
}
