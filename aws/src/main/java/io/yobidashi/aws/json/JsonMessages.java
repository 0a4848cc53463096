package io.yobidashi.aws.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON forms of the messages, one {@code type} each. What is absent is left out; instants are epoch milliseconds;
 * a reader ignores the fields that it does not know. The golden files of {@code core}'s tests show each form.
 */
public final class JsonMessages {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // SQS refuses some characters that people can write; escaped, none of them stands in a body.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();
    private static final int LAST_STEP = 3;

    private JsonMessages() {}

    public static String encode(Message message) {
        try {
            return MAPPER.writeValueAsString(tree(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    /** @throws UnreadableMessageException for what is no message of ours; its reason names the field */
    public static Message decode(String body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (!tree.isObject()) {
                throw new UnreadableMessageException("the body is no JSON object");
            }
            return message(new Fields(tree, ""));
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException("the body is no JSON");
        } catch (BadFieldException e) {
            throw new UnreadableMessageException(e.reason());
        }
    }

    private static Message message(Fields fields) {
        return switch (fields.text("type")) {
            case "press" -> press(fields);
            case "answer" -> answer(fields);
            case "reset" -> reset(fields);
            case "reminder" -> reminder(fields);
            case "tell" -> new Tell(fields.text("person"), fields.textOrNull("callId"));
            default -> throw fields.bad("type", "is none of the names known");
        };
    }

    private static Press press(Fields fields) {
        return new Press(
                fields.textOrNull("id"),
                fields.text("button"),
                fields.named("click", JsonMessages::click),
                fields.instant("at"),
                fields.numberOrNull("battery"),
                fields.wholeOrNull("sequence"));
    }

    private static Answer answer(Fields fields) {
        Answer.Kind kind = fields.named("kind", Answer.Kind::ofWire);
        Instant until = kind == Answer.Kind.DND_ON ? fields.instant("until") : fields.instantOrNull("until");
        return new Answer(
                fields.text("id"),
                fields.text("user"),
                fields.textOrNull("callId"),
                fields.textOrNull("thread"),
                kind,
                fields.textOrNull("note"),
                fields.instantOrNull("eta"),
                until,
                fields.textOrNull("standIn"),
                fields.textOrNull("reason"),
                fields.textOrNull("reply"),
                fields.instant("at"));
    }

    private static Reset reset(Fields fields) {
        String callId = fields.textOrNull("callId");
        return new Reset(
                fields.text("person"),
                callId,
                callId == null ? fields.countOrZero("round") : fields.count("round", 0),
                fields.named("state", State::ofWire),
                fields.instant("until"));
    }

    private static Reminder reminder(Fields fields) {
        int step = fields.count("step", 1);
        if (step > LAST_STEP) {
            throw fields.bad("step", "is out of range");
        }
        return new Reminder(
                fields.text("person"), fields.text("callId"), fields.count("round", 0), step, fields.instant("due"));
    }

    private static ObjectNode tree(Message message) {
        if (message instanceof Press press) {
            ObjectNode tree = typed("press");
            put(tree, "id", press.id());
            tree.put("button", press.button()).put("click", press.click().name());
            put(tree, "at", press.at());
            if (press.battery() != null) {
                tree.put("battery", press.battery());
            }
            return press.sequence() == null ? tree : tree.put("sequence", press.sequence());
        }
        if (message instanceof Answer answer) {
            return tree(answer);
        }
        if (message instanceof Reset reset) {
            ObjectNode tree = typed("reset").put("person", reset.person());
            put(tree, "callId", reset.callId());
            tree.put("round", reset.round()).put("state", reset.state().wire());
            return put(tree, "until", reset.until());
        }
        if (message instanceof Reminder reminder) {
            ObjectNode tree = typed("reminder").put("person", reminder.person()).put("callId", reminder.callId());
            tree.put("round", reminder.round()).put("step", reminder.step());
            return put(tree, "due", reminder.due());
        }
        Tell tell = (Tell) message;
        return put(typed("tell").put("person", tell.person()), "callId", tell.callId());
    }

    private static ObjectNode tree(Answer answer) {
        ObjectNode tree = typed("answer").put("id", answer.id()).put("user", answer.user());
        put(tree, "callId", answer.callId());
        put(tree, "thread", answer.thread());
        tree.put("kind", answer.kind().wire());
        put(tree, "note", answer.note());
        put(tree, "eta", answer.eta());
        put(tree, "until", answer.until());
        put(tree, "standIn", answer.standIn());
        put(tree, "reason", answer.reason());
        put(tree, "reply", answer.reply());
        return put(tree, "at", answer.at());
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ObjectNode put(ObjectNode tree, String name, @Nullable String text) {
        return text == null ? tree : tree.put(name, text);
    }

    private static ObjectNode put(ObjectNode tree, String name, @Nullable Instant instant) {
        return instant == null ? tree : tree.put(name, instant.toEpochMilli());
    }

    static Optional<Click> click(String wire) {
        return Arrays.stream(Click.values())
                .filter(click -> click.name().equals(wire))
                .findFirst();
    }
}
