package io.yobidashi.localcloud;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.logging.LogManager;

/**
 * The local cloud as a process, set up by environment variables (see the README's table). Prints one line when it can be
 * used; a setting that makes no sense and a taken port are one line on stderr and exit code 1.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        try (InputStream logging = Main.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        try {
            run(new Settings(System.getenv()));
        } catch (RuntimeException e) {
            System.err.println("local-cloud: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Settings settings) {
        LocalCloud cloud = LocalCloud.start(settings.config(Clock.systemUTC()));
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "shutdown"));
        Endpoints endpoints = cloud.endpoints();
        settings.home().map(home -> new PortFiles(home.resolve("run"))).ifPresent(files -> files.write(endpoints));
        System.out.printf(
                "local-cloud is ready: %s (control page, IoT, Slack) · SQS %s · MQTT %s, %s%n",
                endpoints.http(), endpoints.sqs(), endpoints.mqtt(), endpoints.mqttWebSocket());
    }
}
