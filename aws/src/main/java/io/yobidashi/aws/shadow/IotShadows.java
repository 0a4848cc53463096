package io.yobidashi.aws.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.aws.json.ShadowJson;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.telling.Debts;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** The classic device shadows of AWS IoT Core, by its data plane's REST interface. */
public final class IotShadows implements Shadows {
    private final IotDocuments documents;
    private final Clock clock;

    /** @param clock tells when a missing shadow was asked for: the service's answer to that has no time */
    public IotShadows(IotDataPlaneClient client, Clock clock) {
        this.documents = new IotDocuments(client, null);
        this.clock = clock;
    }

    @Override
    public ShadowRow read(String person) {
        return documents
                .read(person)
                .map(document -> row(person, document))
                .orElseGet(() -> new ShadowRow(PersonStatus.unknown(person), 0, null, null, clock.instant()));
    }

    @Override
    public WriteResult write(ShadowRow before, PersonStatus next) {
        if (before.version() == 0) {
            documents.update(next.person(), ShadowJson.empty(), null);
            return new WriteResult.Conflict();
        }
        return documents
                .update(next.person(), ShadowJson.patch(before.status(), next), before.version())
                .<WriteResult>map(WriteResult.Written::new)
                .orElseGet(WriteResult.Conflict::new);
    }

    private static ShadowRow row(String person, JsonNode document) {
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
}
