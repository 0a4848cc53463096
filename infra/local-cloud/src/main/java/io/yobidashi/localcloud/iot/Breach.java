package io.yobidashi.localcloud.iot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What AWS IoT does not let a client do with a topic (pages topics, reserved-topics, mqtt and iot-basic-ingest; the
 * message broker's quotas). A breach ends an MQTT connection and is a refusal over HTTP.
 */
enum Breach {
    NO_NAME("A topic has at least one character"),
    NOT_TEXT("A topic is UTF-8 without control characters"),
    WILDCARD("A topic to publish to has no wildcard"),
    TOO_LONG("A topic has at most 256 bytes"),
    TOO_MANY_LEVELS("A topic has at most 7 slashes"),
    RESERVED("This reserved topic is not open to this operation"),
    RETAINED_RESERVED("A reserved topic takes no retained message"),
    PAYLOAD("A message has at most 128 KB"),
    QOS("QoS is 0 or 1");

    private static final int MAX_BYTES = 256;
    private static final int MAX_SLASHES = 7;
    private static final int MAX_PAYLOAD = 128 * 1024;
    private static final String BASIC_INGEST = "$aws/rules/";
    /** A shared subscription: the filter stands behind the group's name. */
    private static final Pattern SHARED = Pattern.compile("\\$share/[^/]+/");
    /** The topics that reserved-topics marks with Publish; only the shadow's have a service behind them here. */
    private static final List<Pattern> OPEN_TO_PUBLISH = List.of(
            Pattern.compile("\\$aws/things/[^/]+/shadow(/name/[^/]+)?/(get|update|delete)"),
            Pattern.compile("\\$aws/things/[^/]+/(jobs|defender|streams)/.+(?<!/accepted|/rejected)"),
            Pattern.compile("\\$aws/(certificates|provisioning-templates)/.+(?<!/accepted|/rejected)"),
            Pattern.compile("\\$aws/rules/[^/]+(/.*)?"));

    /**
     * What the standard lets a broker refuse (MQTT 3.1.1 and 5, 1.5), and the sign that stands for bytes that were no UTF-8.
     */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFDD0-\\uFDEF\\uFFFD-\\uFFFF]");

    private final String text;

    Breach(String text) {
        this.text = text;
    }

    /** What is wrong, for a person. */
    String text() {
        return text;
    }

    static Optional<Breach> brokenByPublish(String topic, boolean retain) {
        if (topic.contains("#") || topic.contains("+")) {
            return Optional.of(WILDCARD);
        }
        boolean reserved = topic.startsWith("$");
        if (reserved
                && OPEN_TO_PUBLISH.stream()
                        .noneMatch(open -> open.matcher(topic).matches())) {
            return Optional.of(RESERVED);
        }
        return reserved && retain ? Optional.of(RETAINED_RESERVED) : brokenBySize(topic);
    }

    static Optional<Breach> brokenByPayload(int bytes) {
        return bytes > MAX_PAYLOAD ? Optional.of(PAYLOAD) : Optional.empty();
    }

    /** A last will may go to any topic: the shadow service does not see it (device-shadow-comms-app page). */
    static Optional<Breach> brokenByWill(String topic) {
        return brokenBySize(topic);
    }

    static Optional<Breach> brokenBySubscription(String filter, int qos) {
        if (qos > 1) {
            return Optional.of(QOS);
        }
        String shared = SHARED.matcher(filter).replaceFirst("");
        boolean foreign = shared.startsWith("$") && !shared.startsWith("$aws/");
        return foreign ? Optional.of(RESERVED) : brokenBySize(shared);
    }

    /** Such a message goes to the rules and not to subscribers. */
    static boolean isBasicIngest(String topic) {
        return topic.startsWith(BASIC_INGEST);
    }

    private static Optional<Breach> brokenBySize(String topic) {
        if (topic.isEmpty()) {
            return Optional.of(NO_NAME);
        }
        if (NO_TEXT.matcher(topic).find()) {
            return Optional.of(NOT_TEXT);
        }
        if (topic.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of(TOO_LONG);
        }
        // The three slashes of Basic Ingest's prefix do not count.
        long allowed = isBasicIngest(topic) ? MAX_SLASHES + 3 : MAX_SLASHES;
        return topic.chars().filter(letter -> letter == '/').count() > allowed
                ? Optional.of(TOO_MANY_LEVELS)
                : Optional.empty();
    }
}
