package io.yobidashi.localcloud.buttons;

import java.util.Map;

/** What a press becomes on its road. Sent again as it is, it is what the radio's duplicates are. */
sealed interface Transmission {

    /** A request to call-service. */
    record Http(Map<String, String> headers, String body) implements Transmission {}

    /** A publish to the broker. */
    record Mqtt(String topic, String body) implements Transmission {}

    /** A message for a queue. */
    record Sqs(String queue, String body) implements Transmission {}
}
