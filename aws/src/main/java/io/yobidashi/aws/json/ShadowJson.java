package io.yobidashi.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Back;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.status.Progress;
import io.yobidashi.core.status.Recent;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.status.Told;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reported section of a person's shadow. A reader ignores the keys that it does not know, and an update leaves
 * them alone.
 */
public final class ShadowJson {
    private static final int SCHEMA = 1;
    private static final List<String> OURS = List.of("call", "dnd", "last", "test", "back", "recent", "since", "until");

    private ShadowJson() {}

    /** All that an empty shadow of ours holds: nothing can be undone by merging it into any other. */
    public static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    }

    /**
     * What a reported section says. One that holds nothing of ours is idle.
     *
     * @param reported null and missing count as empty
     * @throws UnreadableShadowException naming the key that makes no sense, without its value
     */
    public static PersonStatus decode(String person, @Nullable JsonNode reported) {
        if (reported == null || reported.isNull() || reported.isMissingNode()) {
            return PersonStatus.unknown(person);
        }
        if (!reported.isObject()) {
            throw new UnreadableShadowException(person, "'reported' is no object");
        }
        try {
            return status(person, new Fields(reported, ""));
        } catch (BadFieldException e) {
            throw new UnreadableShadowException(person, e.reason());
        } catch (IllegalArgumentException e) {
            throw new UnreadableShadowException(person, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The update that turns what {@code before} said into {@code next} when it is merged: all keys of ours, those that
     * must go as null. Only {@code call.id} and the claims are left out where they stay, because the shadow service
     * dates each leaf that an update states, and their dates tell since when they stand.
     */
    public static ObjectNode patch(PersonStatus before, PersonStatus next) {
        ObjectNode patch = empty();
        patch.put("state", next.state().wire()).put("since", next.since().toEpochMilli());
        patch.put("until", next.until() == null ? null : (Long) next.until().toEpochMilli());
        patch.set("call", next.call() == null ? null : callPatch(before.call(), next.call()));
        patch.set("dnd", next.dnd() == null ? null : dndPatch(before.dnd(), next.dnd()));
        patch.set("last", next.last() == null ? null : LastCallJson.patch(before.last(), next.last()));
        patch.set("test", next.test() == null ? null : testPatch(before.test(), next.test()));
        patch.set("back", next.back() == null ? null : backPatch(before.back(), next.back()));
        String digests = next.recent().digests();
        return patch.put("recent", digests.isEmpty() ? null : digests);
    }

    private static PersonStatus status(String person, Fields fields) {
        if (fields.has("schema") && fields.count("schema", 0) != SCHEMA) {
            throw fields.bad("schema", "is not " + SCHEMA);
        }
        if (!fields.has("state") && OURS.stream().noneMatch(fields::has)) {
            return PersonStatus.unknown(person);
        }
        return new PersonStatus(
                person,
                fields.named("state", State::ofWire),
                fields.instant("since"),
                fields.instantOrNull("until"),
                fields.object("call").map(ShadowJson::call).orElse(null),
                fields.object("dnd").map(ShadowJson::dnd).orElse(null),
                fields.object("last").map(LastCallJson::read).orElse(null),
                fields.object("test").map(ShadowJson::test).orElse(null),
                fields.object("back").map(ShadowJson::back).orElse(null),
                Optional.ofNullable(fields.textOrNull("recent"))
                        .map(Recent::new)
                        .orElse(Recent.NONE));
    }

    private static Call call(Fields fields) {
        List<String> asked = fields.texts("asked");
        if (asked.isEmpty()) {
            throw fields.bad("asked", "is missing");
        }
        return new Call(
                fields.text("id"),
                new Origin(
                        fields.text("button"), fields.named("click", JsonMessages::click), fields.instant("pressedAt")),
                new Progress(fields.count("presses", 1), fields.count("round", 1), fields.count("step", 0)),
                new Asked(asked, fields.texts("declined"), fields.flag("nobody")),
                ledger(fields),
                fields.has("by") ? response(fields) : null,
                post(fields),
                fields.texts("waiting"),
                new Told(fields.textOrNull("shown"), fields.countOrZero("waitingTold"), fields.textOrNull("trouble")));
    }

    private static Response response(Fields fields) {
        return new Response(fields.text("by"), fields.textOrNull("note"), fields.instantOrNull("eta"));
    }

    private static Ledger ledger(Fields fields) {
        return new Ledger(fields.count("ordered", 0), fields.count("accepted", 0), fields.textOrNull("claim"));
    }

    private static Dnd dnd(Fields fields) {
        Ledger missed =
                new Ledger(fields.countOrZero("missed"), fields.countOrZero("missedTold"), fields.textOrNull("claim"));
        return new Dnd(
                fields.instant("until"),
                fields.textOrNull("standIn"),
                fields.textOrNull("reason"),
                missed,
                announcement(fields),
                fields.flag("offHours"));
    }

    static @Nullable Post post(Fields fields) {
        return fields.has("ts") ? new Post(fields.text("channel"), fields.text("ts")) : null;
    }

    private static Back back(Fields fields) {
        return new Back(fields.instant("at"), fields.textOrNull("claim"));
    }

    /** Absent: by nobody's wish, or written before there were announcements. */
    private static Dnd.Announcement announcement(Fields fields) {
        if (!fields.has("announced")) {
            return Dnd.Announcement.NOT_WANTED;
        }
        return fields.flag("announced") ? Dnd.Announcement.MADE : Dnd.Announcement.OWED;
    }

    private static TestCall test(Fields fields) {
        return new TestCall(fields.text("button"), fields.instant("at"), ledger(fields));
    }

    private static ObjectNode callPatch(@Nullable Call before, Call call) {
        boolean same = before != null && before.id().equals(call.id());
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        if (!same) {
            patch.put("id", call.id());
        }
        patch.put("button", call.origin().button())
                .put("click", call.origin().click().name());
        patch.put("pressedAt", call.origin().pressedAt().toEpochMilli());
        patch.put("presses", call.progress().presses());
        patch.put("round", call.progress().round()).put("step", call.progress().step());
        patch.set("asked", list(call.asked().people()));
        patch.set(
                "declined",
                call.asked().declined().isEmpty() ? null : list(call.asked().declined()));
        patch.put("nobody", call.asked().nobody() ? Boolean.TRUE : null);
        patch.put("ordered", call.ledger().ordered())
                .put("accepted", call.ledger().accepted());
        claim(patch, same ? before.ledger() : null, call.ledger());
        Response response = call.response();
        patch.put("by", response == null ? null : response.by());
        patch.put("note", response == null ? null : response.note());
        patch.put(
                "eta",
                response == null || response.eta() == null
                        ? null
                        : (Long) response.eta().toEpochMilli());
        patch.put("channel", call.post() == null ? null : call.post().channel());
        patch.put("ts", call.post() == null ? null : call.post().ts());
        patch.set("waiting", list(call.waiting()));
        Told told = call.told();
        patch.put("shown", told.shown()).put("trouble", told.trouble());
        return patch.put("waitingTold", told.waiting() == 0 ? null : (Integer) told.waiting());
    }

    private static ObjectNode dndPatch(@Nullable Dnd before, Dnd dnd) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.put("until", dnd.until().toEpochMilli());
        patch.put("standIn", dnd.standIn()).put("reason", dnd.reason());
        patch.put("offHours", dnd.offHours() ? Boolean.TRUE : null);
        patch.put(
                "announced",
                dnd.announcement() == Dnd.Announcement.NOT_WANTED
                        ? null
                        : (Boolean) (dnd.announcement() == Dnd.Announcement.MADE));
        patch.put("missed", dnd.missed().ordered())
                .put("missedTold", dnd.missed().accepted());
        return claim(patch, before == null ? null : before.missed(), dnd.missed());
    }

    private static ObjectNode testPatch(@Nullable TestCall before, TestCall test) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode().put("button", test.button());
        patch.put("at", test.at().toEpochMilli());
        patch.put("ordered", test.ledger().ordered())
                .put("accepted", test.ledger().accepted());
        return claim(patch, before == null ? null : before.ledger(), test.ledger());
    }

    private static ObjectNode backPatch(@Nullable Back before, Back back) {
        ObjectNode patch =
                JsonNodeFactory.instance.objectNode().put("at", back.at().toEpochMilli());
        return claim(patch, before == null ? null : before.ledger(), back.ledger());
    }

    static ObjectNode claim(ObjectNode patch, @Nullable Ledger before, Ledger next) {
        boolean stays = before != null && Objects.equals(before.claim(), next.claim());
        return stays ? patch : patch.put("claim", next.claim());
    }

    private static JsonNode list(List<String> texts) {
        var list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
