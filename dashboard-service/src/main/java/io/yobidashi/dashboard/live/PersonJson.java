package io.yobidashi.dashboard.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.dashboard.board.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as viewers get it. Every key is always there, null where there is nothing to say; instants in milliseconds. */
final class PersonJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Roster roster;

    PersonJson(Roster roster) {
        this.roster = roster;
    }

    /** @param now what the row counts as by then is shown: do not disturb outside working hours */
    ObjectNode of(Row row, Instant now) {
        PersonStatus status = roster.effective(row.status(), now);
        Person person = roster.person(status.person()).orElseThrow();
        ObjectNode json = JSON.objectNode();
        json.put("id", person.id());
        json.set("name", name(person.name()));
        json.put("state", status.state().wire());
        json.put("since", status.since().toEpochMilli());
        json.put("until", millis(status.until()));
        addCall(json, status.call());
        json.put("told", Debts.told(status));
        json.put("trouble", Debts.trouble(status).orElse(null));
        addResponse(json, status.openCall().map(Call::response).orElse(null));
        addDnd(json, status.dnd());
        json.set("last", last(status.last()));
        json.put("version", row.version());
        return json;
    }

    private void addCall(ObjectNode json, @Nullable Call call) {
        json.put("call", call == null ? null : call.id());
        json.put("button", call == null ? null : call.origin().button());
        json.set("place", call == null ? JSON.nullNode() : place(call.origin().button()));
        json.put("pressedAt", call == null ? null : millis(call.origin().pressedAt()));
        json.put("presses", call == null ? 0 : call.progress().presses());
        json.set("waiting", array(call == null ? List.of() : call.waiting()));
        json.set("asked", array(call == null ? List.of() : people(call.asked())));
        json.put("group", call != null && call.asked().group());
    }

    private static void addResponse(ObjectNode json, @Nullable Response response) {
        json.put("by", response == null ? null : response.by());
        json.put("note", response == null ? null : response.note());
        json.put("eta", response == null ? null : millis(response.eta()));
    }

    private static void addDnd(ObjectNode json, @Nullable Dnd dnd) {
        if (dnd == null) {
            json.putNull("dnd");
        } else {
            json.putObject("dnd")
                    .put("until", dnd.until().toEpochMilli())
                    .put("standIn", dnd.standIn())
                    .put("reason", dnd.reason());
        }
        json.put("missed", dnd == null ? 0 : dnd.missed().ordered());
    }

    private static @Nullable ObjectNode last(@Nullable LastCall last) {
        return last == null
                ? null
                : JSON.objectNode()
                        .put("id", last.id())
                        .put("outcome", last.outcome().wire())
                        .put("by", last.by())
                        .put("at", last.at().toEpochMilli());
    }

    private @Nullable ObjectNode place(String button) {
        return roster.button(button).map(Button::place).map(PersonJson::name).orElse(null);
    }

    private static ObjectNode name(LocalName name) {
        return JSON.objectNode().put("ja", name.ja()).put("en", name.en());
    }

    private static List<String> people(Asked asked) {
        return asked.people().stream().filter(id -> !id.equals(Asked.GROUP)).toList();
    }

    private static ArrayNode array(List<String> items) {
        ArrayNode array = JSON.arrayNode();
        items.forEach(array::add);
        return array;
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
