package io.yobidashi.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.aws.json.UnreadableMessageException;
import io.yobidashi.aws.queue.Decoder;
import io.yobidashi.aws.queue.Received;
import io.yobidashi.call.press.ButtonPresses;
import io.yobidashi.call.press.Road;
import io.yobidashi.call.press.UnknownButtonException;
import io.yobidashi.call.press.UnreadablePressException;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.roster.Roster;

/**
 * Reads the queue of presses: our own messages, which have a {@code type}, and what an IoT rule forwards raw. What it
 * gives has an id, and a button that is in the roster.
 */
final class PressDecoder implements Decoder<Press> {
    private final ButtonPresses presses;
    private final Roster roster;
    private final ObjectMapper json = new ObjectMapper();

    PressDecoder(ButtonPresses presses, Roster roster) {
        this.presses = presses;
        this.roster = roster;
    }

    @Override
    public Press decode(Received received) {
        Press press = hasType(received.body()) ? typed(received.body()) : raw(received);
        return press.orId(received.messageId());
    }

    /** Whose press it is. */
    String person(Press press) {
        return roster.button(press.button()).orElseThrow().person();
    }

    private boolean hasType(String body) {
        try {
            return json.readTree(body).has("type");
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException("the body is no JSON");
        }
    }

    private Press typed(String body) {
        Message message = JsonMessages.decode(body);
        if (!(message instanceof Press press)) {
            throw new UnreadableMessageException("'type' is of another queue");
        }
        if (roster.button(press.button()).isEmpty()) {
            throw new UnreadableMessageException("the button is not in the roster");
        }
        return press;
    }

    private Press raw(Received received) {
        try {
            return presses.parse(received.body(), Road.at(received.sentAt()));
        } catch (UnreadablePressException | UnknownButtonException e) {
            throw new UnreadableMessageException(String.valueOf(e.getMessage()));
        }
    }
}
