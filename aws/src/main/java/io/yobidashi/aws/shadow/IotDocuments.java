package io.yobidashi.aws.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.UnreadableShadowException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

/** The documents of one kind of shadow, by the data plane's REST interface: what is not there or away is told apart. */
final class IotDocuments {
    private static final String NAME = "the shadow service";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final IotDataPlaneClient client;
    private final @Nullable String shadow;

    /** @param shadow the name of the shadows; absent for the classic ones */
    IotDocuments(IotDataPlaneClient client, @Nullable String shadow) {
        this.client = client;
        this.shadow = shadow;
    }

    /** The document as the service has it; empty for a missing shadow. */
    Optional<JsonNode> read(String thing) {
        return asking(() -> {
            try {
                return Optional.of(tree(
                        thing,
                        client.getThingShadow(get -> get.thingName(thing).shadowName(shadow))
                                .payload()));
            } catch (ResourceNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Merges this into the reported section.
     *
     * @param version the update counts only where the shadow still has it; absent: whatever it has
     * @return the new version; empty where the shadow has another (AWS IoT answers 409)
     */
    Optional<Long> update(String thing, ObjectNode reported, @Nullable Long version) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putObject("state").set("reported", reported);
        if (version != null) {
            request.put("version", version);
        }
        SdkBytes payload = SdkBytes.fromUtf8String(request.toString());
        try {
            SdkBytes answer = asking(() -> client.updateThingShadow(
                            update -> update.thingName(thing).shadowName(shadow).payload(payload))
                    .payload());
            return Optional.of(tree(thing, answer).path("version").asLong());
        } catch (ConflictException e) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(String thing, SdkBytes answer) {
        try {
            return MAPPER.readTree(answer.asByteArrayUnsafe());
        } catch (IOException e) {
            throw new UnreadableShadowException(thing, "it is no JSON");
        }
    }

    /** No answer, too many requests, their fault, or keys that have run out: all of it passes, and none is the work's. */
    private static <T> T asking(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkClientException e) {
            throw new DependencyAwayException(NAME, e);
        } catch (AwsServiceException e) {
            boolean passes = e.isThrottlingException()
                    || e.statusCode() >= 500
                    || e.statusCode() == 429
                    || e.statusCode() == 403
                    || e.statusCode() == 401;
            if (passes) {
                throw new DependencyAwayException(NAME, e);
            }
            throw e;
        }
    }
}
