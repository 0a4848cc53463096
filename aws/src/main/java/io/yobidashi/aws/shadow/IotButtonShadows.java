package io.yobidashi.aws.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.aws.json.ButtonsJson;
import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.port.ButtonShadows;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.port.WriteResult;
import java.util.Map;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** The named device shadows {@value #SHADOW} of AWS IoT Core, by its data plane's REST interface. */
public final class IotButtonShadows implements ButtonShadows {
    public static final String SHADOW = "buttons";

    private final IotDocuments documents;

    public IotButtonShadows(IotDataPlaneClient client) {
        this.documents = new IotDocuments(client, SHADOW);
    }

    @Override
    public ButtonsRow read(String person) {
        return documents
                .read(person)
                .map(document -> row(person, document))
                .orElseGet(() -> new ButtonsRow(person, Map.of(), 0));
    }

    @Override
    public WriteResult write(ButtonsRow before, Map<String, ButtonHealth> changed) {
        if (before.version() == 0) {
            documents.update(before.person(), ButtonsJson.empty(), null);
            return new WriteResult.Conflict();
        }
        return documents
                .update(before.person(), ButtonsJson.patch(changed), before.version())
                .<WriteResult>map(WriteResult.Written::new)
                .orElseGet(WriteResult.Conflict::new);
    }

    private static ButtonsRow row(String person, JsonNode document) {
        if (!document.path("version").isIntegralNumber()) {
            throw new UnreadableShadowException(person, "its buttons have no version");
        }
        return new ButtonsRow(
                person,
                ButtonsJson.decode(document.path("state").path("reported")),
                document.path("version").asLong());
    }
}
