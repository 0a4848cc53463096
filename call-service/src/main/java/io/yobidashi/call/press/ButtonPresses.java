package io.yobidashi.call.press;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.roster.Button;
import io.yobidashi.core.status.Click;
import java.util.Optional;

/**
 * Reads a press in any dialect of the buttons, whatever road it came by. Dialects are told apart by their keys:
 *
 * <ul>
 *   <li>plain: {@code button}, {@code click} ({@code SINGLE} by default), {@code id}
 *   <li>SORACOM LTE-M Button Plus and for Enterprise: {@code clickType} 1, 2 or 3, {@code clickTypeName},
 *       {@code batteryLevel} 0 to 1; the road names the SIM
 * </ul>
 */
public final class ButtonPresses {
    private static final int MAX_ID_LENGTH = 128;

    private final Rosters rosters;
    private final ObjectMapper json = new ObjectMapper();

    public ButtonPresses(Rosters rosters) {
        this.rosters = rosters;
    }

    /**
     * @param body a JSON object; may be empty where the road names the button or its SIM
     * @return a press of a button that is in the roster; without an id where neither road nor body has one
     * @throws UnreadablePressException where body or road make no sense
     * @throws UnknownButtonException where the roster does not have the button
     */
    public Press parse(String body, Road road) {
        JsonNode fields = fields(body, road);
        Optional<String> id = text(fields, "id").or(() -> Optional.ofNullable(road.id()));
        Click click = Optional.ofNullable(road.click()).orElseGet(() -> click(fields));
        return new Press(id.orElse(null), button(fields, road).id(), click, road.at(), battery(fields));
    }

    /** @throws UnknownButtonException where the roster does not have it */
    public Button button(Press press) {
        return named(press.button());
    }

    private JsonNode fields(String body, Road road) {
        if (body.isBlank() && (road.button() != null || road.imsi() != null)) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode fields = tree(body);
        if (!fields.isObject()) {
            throw new UnreadablePressException("the body is no JSON object");
        }
        return fields;
    }

    private JsonNode tree(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            // Without the cause: Jackson's messages quote the body.
            throw new UnreadablePressException("the body is no JSON");
        }
    }

    private Button button(JsonNode fields, Road road) {
        Optional<String> named = Optional.ofNullable(road.button()).or(() -> text(fields, "button"));
        if (named.isPresent()) {
            return named(named.get());
        }
        if (road.imsi() == null) {
            throw new UnreadablePressException("nothing names the button");
        }
        return rosters.current()
                .buttonWithSim(road.imsi())
                .orElseThrow(() -> new UnknownButtonException("no button with this SIM is in the roster"));
    }

    private Button named(String id) {
        return rosters.current()
                .button(id)
                .orElseThrow(() -> new UnknownButtonException("no button of this id is in the roster"));
    }

    private static Click click(JsonNode fields) {
        return text(fields, "click")
                .or(() -> text(fields, "clickTypeName"))
                .map(ButtonPresses::click)
                .orElseGet(() -> numbered(fields.path("clickType")));
    }

    /** A click by its name, in any case. */
    public static Click click(String name) {
        for (Click click : Click.values()) {
            if (click.name().equalsIgnoreCase(name)) {
                return click;
            }
        }
        throw new UnreadablePressException("the click is none of SINGLE, DOUBLE and LONG");
    }

    private static Click numbered(JsonNode number) {
        if (number.isMissingNode()) {
            return Click.SINGLE;
        }
        return switch (number.isIntegralNumber() ? number.asInt() : 0) {
            case 1 -> Click.SINGLE;
            case 2 -> Click.DOUBLE;
            case 3 -> Click.LONG;
            default -> throw new UnreadablePressException("clickType is none of 1, 2 and 3");
        };
    }

    /** The charge is no reason to lose a press: one that makes no sense counts as not told. */
    private static Double battery(JsonNode fields) {
        JsonNode level = fields.path("batteryLevel");
        return level.isNumber() && level.asDouble() >= 0 && level.asDouble() <= 1 ? level.asDouble() : null;
    }

    private static Optional<String> text(JsonNode fields, String key) {
        JsonNode value = fields.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > MAX_ID_LENGTH) {
            throw new UnreadablePressException(key + " is no text of 1 to " + MAX_ID_LENGTH + " characters");
        }
        return Optional.of(value.asText());
    }
}
