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

/**
 * Reads the queue of presses: our own messages, which have a {@code type}, and what an IoT rule forwards raw. What it
 * gives has an id, and a button that is in the roster.
 */
final class PressDecoder implements Decoder<Press> {
    private final ButtonPresses presses;
    private final ObjectMapper json = new ObjectMapper();

    PressDecoder(ButtonPresses presses) {
        this.presses = presses;
    }

    @Override
    public Press decode(Received received) {
        try {
            Press press = hasType(received.body())
                    ? typed(received.body())
                    : presses.parse(received.body(), Road.at(received.sentAt()));
            return press.orId(received.messageId());
        } catch (UnreadablePressException | UnknownButtonException e) {
            throw new UnreadableMessageException(String.valueOf(e.getMessage()));
        }
    }

    /** Whose press it is. */
    String person(Press press) {
        return presses.button(press).person();
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
        presses.button(press);
        return press;
    }
}
