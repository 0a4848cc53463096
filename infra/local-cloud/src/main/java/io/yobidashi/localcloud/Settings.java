package io.yobidashi.localcloud;

import io.yobidashi.localcloud.roster.Roster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The environment variables of the process; an empty one counts as not set. */
record Settings(Map<String, String> environment) {

    /** @throws IllegalArgumentException with one line that names the variable that makes no sense */
    LocalCloudConfig config(Clock clock) {
        Ports known = Ports.wellKnown();
        return new LocalCloudConfig(
                new Ports(
                        value("YOBIDASHI_CLOUD_HOST").orElse(known.host()),
                        port("YOBIDASHI_PORT_CLOUD", known.http()),
                        port("YOBIDASHI_PORT_SQS", known.sqs()),
                        port("YOBIDASHI_PORT_MQTT", known.mqtt()),
                        port("YOBIDASHI_PORT_MQTT_WS", known.mqttWebSocket())),
                value("YOBIDASHI_ROSTER").map(Path::of).map(Roster::read).orElseGet(Roster::bundled),
                neighbours(),
                secrets(),
                ephemeral() ? Optional.empty() : home().map(home -> home.resolve("data")),
                clock);
    }

    Optional<Path> home() {
        return value("YOBIDASHI_HOME").map(Path::of);
    }

    private Neighbours neighbours() {
        return new Neighbours(
                address("YOBIDASHI_CALL_URL", "call-service", 8081),
                address("YOBIDASHI_ACK_URL", "ack-service", 8082),
                address("YOBIDASHI_BOARD_URL", "dashboard-service", 8080),
                value("YOBIDASHI_CLOUD_URL").map(text -> address("YOBIDASHI_CLOUD_URL", text)));
    }

    private Secrets secrets() {
        Secrets known = Secrets.wellKnown();
        return new Secrets(
                value("YOBIDASHI_BEAM_SECRET").orElse(known.beam()),
                value("YOBIDASHI_PRESS_TOKEN").orElse(known.press()),
                new Secrets.Slack(
                        value("YOBIDASHI_SLACK_OUTGOING_TOKEN")
                                .orElse(known.slack().outgoingToken()),
                        value("YOBIDASHI_SLACK_SIGNING_SECRET")
                                .orElse(known.slack().signingSecret()),
                        value("YOBIDASHI_SLACK_BOT_TOKEN").orElse(known.slack().botToken())));
    }

    private boolean ephemeral() {
        return value("YOBIDASHI_EPHEMERAL").filter("true"::equals).isPresent();
    }

    /** The variable if set, else what the service wrote to its port file, else its usual port. */
    private Supplier<URI> address(String variable, String service, int usualPort) {
        Optional<URI> fixed = value(variable).map(text -> address(variable, text));
        Optional<Path> portFile = home().map(home -> home.resolve("run").resolve(service + ".port"));
        return () -> fixed.orElseGet(() -> URI.create("http://localhost:"
                + portFile.filter(Files::exists).map(Settings::firstLine).orElse("" + usualPort)));
    }

    private static URI address(String variable, String text) {
        if (!text.matches("https?://[^\\s/]+.*")) {
            throw new IllegalArgumentException(variable + " is no http address: " + text);
        }
        return URI.create(text);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private int port(String variable, int known) {
        String text = value(variable).orElse("" + known);
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(variable + " is no port: " + text);
        }
        return Integer.parseInt(text);
    }

    private Optional<String> value(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
