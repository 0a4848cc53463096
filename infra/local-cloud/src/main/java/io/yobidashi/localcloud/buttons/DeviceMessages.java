package io.yobidashi.localcloud.buttons;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The bodies that the devices themselves send. */
final class DeviceMessages {
    private DeviceMessages() {}

    /** SORACOM LTE-M Button Plus and for Enterprise ("Button Plus" format page). Identity comes from the SIM alone. */
    static ObjectNode plus(Press press) {
        return object().put("clickType", press.click().number())
                .put("clickTypeName", press.click().name())
                .<ObjectNode>set("batteryLevel", press.battery().level())
                .put("binaryParserEnabled", true);
    }

    /** The event message of the global Soracom LTE-M Button ("Message examples" page). */
    static ObjectNode global(Press press, long sequenceNumber) {
        return object().put("prod_type", 1)
                .put("f_ack", true)
                .put("msg_type", "event")
                .put("seq_number", sequenceNumber)
                .put("batt_vol", press.battery().millivolts())
                .put("detect_type", press.click().detectType())
                .put("crc8", true)
                .put("binaryParserEnabled", true);
    }

    /** AWS IoT Button, developer edition ("protocols" page of the AWS IoT guide of 2019). It knows no time. */
    static ObjectNode developer(Press press) {
        return object().put("serialNumber", press.button().id())
                .put("clickType", press.click().name())
                .put("batteryVoltage", press.battery().millivolts() + "mV");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
