package io.yobidashi.aws.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.aws.json.ShadowJson;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.telling.Debts;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

/** The classic device shadows of AWS IoT Core, by its data plane's REST interface. */
public final class IotShadows implements Shadows {
    private static final String NAME = "the shadow service";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final IotDataPlaneClient client;
    private final Clock clock;

    /** @param clock tells when a missing shadow was asked for: the service's answer to that has no time */
    public IotShadows(IotDataPlaneClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public ShadowRow read(String person) {
        return asking(() -> {
            try {
                return row(
                        person,
                        client.getThingShadow(get -> get.thingName(person)).payload());
            } catch (ResourceNotFoundException e) {
                return new ShadowRow(PersonStatus.unknown(person), 0, null, null, clock.instant());
            }
        });
    }

    @Override
    public WriteResult write(ShadowRow before, PersonStatus next) {
        if (before.version() == 0) {
            update(next.person(), reporting(ShadowJson.empty()));
            return new WriteResult.Conflict();
        }
        ObjectNode request = reporting(ShadowJson.patch(before.status(), next)).put("version", before.version());
        try {
            return new WriteResult.Written(update(next.person(), request));
        } catch (ConflictException e) {
            return new WriteResult.Conflict();
        }
    }

    private long update(String person, ObjectNode request) {
        SdkBytes answer = asking(() -> client.updateThingShadow(
                        update -> update.thingName(person).payload(SdkBytes.fromUtf8String(request.toString())))
                .payload());
        return tree(person, answer).path("version").asLong();
    }

    private static ObjectNode reporting(ObjectNode reported) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putObject("state").set("reported", reported);
        return request;
    }

    private static ShadowRow row(String person, SdkBytes answer) {
        JsonNode document = tree(person, answer);
        if (!document.path("version").isIntegralNumber()
                || !document.path("timestamp").isIntegralNumber()) {
            throw new UnreadableShadowException(person, "it has no version or no time");
        }
        PersonStatus status = ShadowJson.decode(person, document.path("state").path("reported"));
        JsonNode dates = document.path("metadata").path("reported");
        return new ShadowRow(
                status,
                document.path("version").asLong(),
                status.call() == null ? null : date(dates.path("call").path("id")),
                date(dates.path(whereClaimed(status)).path("claim")),
                Instant.ofEpochSecond(document.path("timestamp").asLong()));
    }

    /** Where the claim stands that matters now: with what Slack is owed first. */
    private static String whereClaimed(PersonStatus status) {
        return Debts.owed(status)
                .map(notice -> switch (notice.kind()) {
                    case MENTION, NOBODY_FREE, WAITING, SOUGHT, CHANGED -> "call";
                    case MISSED, DND -> "dnd";
                    case TEST -> "test";
                    case BACK -> "back";
                    case ENDED -> "last";
                })
                .orElse("call");
    }

    private static @Nullable Instant date(JsonNode leaf) {
        JsonNode date = leaf.path("timestamp");
        return date.isIntegralNumber() ? Instant.ofEpochSecond(date.asLong()) : null;
    }

    private static JsonNode tree(String person, SdkBytes answer) {
        try {
            return MAPPER.readTree(answer.asByteArrayUnsafe());
        } catch (IOException e) {
            throw new UnreadableShadowException(person, "it is no JSON");
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
