package io.yobidashi.localcloud.buttons;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.yobidashi.localcloud.buttons.Transmission.Http;
import io.yobidashi.localcloud.buttons.Transmission.Mqtt;
import io.yobidashi.localcloud.buttons.Transmission.Sqs;
import io.yobidashi.localcloud.roster.Roster.Button;
import io.yobidashi.localcloud.store.Shelf;
import java.time.Instant;
import java.util.Map;

/** Says a press in a dialect. */
public final class Encoder {
    private static final String PRESSES = "yobidashi-presses";
    private static final String DEVELOPER_TOPIC = "iotbutton/";

    private final BeamRequests beam;
    private final String token;
    private final SequenceNumbers sequence;

    /**
     * @param beamSecret key of Beam's signature
     * @param token bearer token of the plain dialect
     * @param shelf keeps the sequence numbers
     */
    public Encoder(String beamSecret, String token, Shelf shelf) {
        this.beam = new BeamRequests(beamSecret);
        this.token = token;
        this.sequence = new SequenceNumbers(shelf);
    }

    /** @param at of this press alone; dialects without an id of the press are told apart by it */
    Transmission encode(Press press, Dialect dialect, Instant at) {
        Button button = press.button();
        return switch (dialect) {
            case BEAM -> beam.signed(button, DeviceMessages.plus(press).toString(), at);
            case GLOBAL ->
                beam.signed(
                        button,
                        DeviceMessages.global(press, sequence.next(button.id())).toString(),
                        at);
            case PLAIN -> new Http(Map.of("Authorization", "Bearer " + token), plain(press, at));
            case ONE_CLICK -> new Sqs(PRESSES, CloudEvents.oneClick(press, at).toString());
            case DEVELOPER ->
                new Mqtt(
                        DEVELOPER_TOPIC + button.id(),
                        DeviceMessages.developer(press).toString());
            case FUNNEL ->
                new Mqtt(
                        CloudEvents.FUNNEL_TOPIC + button.imsi(),
                        CloudEvents.funnel(press, at).toString());
        };
    }

    private static String plain(Press press, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("button", press.button().id())
                .put("click", press.click().name())
                .put("id", press.button().id() + "-" + at.toEpochMilli())
                .toString();
    }
}
