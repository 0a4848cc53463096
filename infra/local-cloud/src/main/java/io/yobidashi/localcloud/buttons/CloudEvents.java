package io.yobidashi.localcloud.buttons;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.roster.Roster.Button;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The envelopes that cloud services put around a press. */
final class CloudEvents {
    static final String FUNNEL_TOPIC = "funnel/";

    private static final String PROJECT = "yobidashi";
    private static final String TEMPLATE = "button";
    private static final DateTimeFormatter REPORTED_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private CloudEvents() {}

    /** The Lambda event of AWS IoT 1-Click for a device in a placement ("1-Click events" page). */
    static ObjectNode oneClick(Press press, Instant at) {
        ObjectNode event = object();
        ObjectNode device = event.putObject("deviceInfo")
                .put("deviceId", press.button().id())
                .put("type", "button")
                .put("remainingLife", press.battery().percent());
        device.putObject("attributes")
                .put("projectRegion", "us-west-2")
                .put("projectName", PROJECT)
                .put("placementName", placement(press.button()))
                .put("deviceTemplateName", TEMPLATE);
        event.putObject("deviceEvent")
                .putObject("buttonClicked")
                .put("clickType", press.click().name())
                .put("reportedTime", REPORTED_TIME.format(at));
        ObjectNode placement = event.putObject("placementInfo")
                .put("projectName", PROJECT)
                .put("placementName", placement(press.button()));
        placement.putObject("attributes");
        placement.putObject("devices").put(TEMPLATE, press.button().id());
        return event;
    }

    /** What SORACOM Funnel publishes to AWS IoT, with "payloads only" off (Funnel's format page). */
    static ObjectNode funnel(Press press, Instant at) {
        ObjectNode event = object().put("credentialsId", "yobidashi-funnel").put("operatorId", "OP0000000000");
        event.putObject("destination")
                .put("provider", "aws")
                .put("service", "aws-iot")
                .put("resourceUrl", "xxxxx-ats.iot.ap-northeast-1.amazonaws.com/" + FUNNEL_TOPIC + "#{imsi}")
                .put("payloadsOnly", false)
                .put("sendPayloadsAsBinary", false);
        event.put("sourceProtocol", "udp").set("payloads", DeviceMessages.plus(press));
        event.put("timestamp", at.toEpochMilli()).put("imsi", press.button().imsi());
        if (press.button().imei() != null) {
            event.put("imei", press.button().imei());
        }
        return event;
    }

    private static String placement(Button button) {
        return button.place().en();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
