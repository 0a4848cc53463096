package io.yobidashi.call.press;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.roster.Button;
import io.yobidashi.core.status.Click;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a press in any dialect of the buttons ({@link Dialects}), whatever road it came by. */
public final class ButtonPresses {
    /** How far a sender's clock may be ahead of ours before it is not believed. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    /** SQS keeps nothing longer. */
    private static final Duration OLDEST = Duration.ofDays(14);

    private final Rosters rosters;

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
        Told told = Dialects.read(new Content(tree(body, road)));
        Button button = button(told, road);
        Instant at = at(told.at(), road);
        return new Press(
                told.id() != null ? told.id() : numberOrRoad(told, road, new Pressed(button, at)),
                button.id(),
                road.click() != null ? road.click() : told.click(),
                at,
                told.battery(),
                told.sequence());
    }

    /** @throws UnknownButtonException where the roster does not have it */
    public Button button(Press press) {
        return named(press.button());
    }

    /** A click by its name, in any case. */
    public static Click click(String name) {
        return Clicks.named(name);
    }

    private static JsonNode tree(String body, Road road) {
        return body.isBlank() && (road.button() != null || road.imsi() != null)
                ? JsonNodeFactory.instance.objectNode()
                : JsonObjects.parse(body);
    }

    private Button button(Told told, Road road) {
        Optional<String> named = first(road.button(), told.button());
        if (named.isPresent()) {
            return named(named.get());
        }
        String imsi = first(road.imsi(), told.imsi())
                .orElseThrow(() -> new UnreadablePressException("nothing names the button"));
        return rosters.current()
                .buttonWithSim(imsi)
                .orElseThrow(() -> new UnknownButtonException("no button with this SIM is in the roster"));
    }

    private Button named(String id) {
        return rosters.current()
                .button(id)
                .orElseThrow(() -> new UnknownButtonException("no button of this id is in the roster"));
    }

    /** The button's number is the same in each copy of a press, what the road knows is not: ADR 0010. */
    private static @Nullable String numberOrRoad(Told told, Road road, Pressed pressed) {
        if (told.sequence() == null) {
            return road.id();
        }
        Button button = pressed.button();
        String sender = first(button.imsi(), button.id()).orElseThrow();
        return Ids.ofSequence(sender, told.sequence(), pressed.at());
    }

    /** A time that can't be is no reason to lose a press: then the road's counts. */
    private static Instant at(@Nullable Instant told, Road road) {
        boolean possible = told != null
                && !told.isAfter(road.at().plus(AHEAD))
                && !told.isBefore(road.at().minus(OLDEST));
        return possible ? told : road.at();
    }

    private static Optional<String> first(@Nullable String one, @Nullable String other) {
        return Optional.ofNullable(one).or(() -> Optional.ofNullable(other));
    }

    private record Pressed(Button button, Instant at) {}
}
