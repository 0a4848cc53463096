package io.yobidashi.aws.wiring;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.yobidashi.localcloud.sqs.SqsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the environment of a service would say, with a real SQS behind it. */
public final class LocalQueues implements QuarkusTestResourceLifecycleManager {
    static final String ROSTER = """
            channel: C0BOOTH
            group: "<!here>"
            people:
              - {id: sato, name: {ja: 佐藤, en: Sato}, slack: USATO}
            buttons:
              - {id: G030PM0000000001, person: sato, place: {ja: 受付, en: Reception}}
            """;

    private SqsServer server;

    @Override
    public Map<String, String> start() {
        server = new SqsServer("127.0.0.1", 0);
        server.start();
        try {
            Path folder = Files.createTempDirectory("yobidashi");
            return Map.of(
                    "YOBIDASHI_ROSTER",
                            Files.writeString(folder.resolve("roster.yaml"), ROSTER)
                                    .toString(),
                    "YOBIDASHI_CALLING_TIMEOUT", "90s",
                    "YOBIDASHI_MAX_DELAY", "2h",
                    "YOBIDASHI_CLOCK_OFFSET", "1h",
                    "YOBIDASHI_PORT_FILE", folder.resolve("port").toString(),
                    "AWS_ENDPOINT_URL_SQS", "http://localhost:" + server.port(),
                    "AWS_ENDPOINT_URL_IOT_DATA_PLANE", "http://localhost:9",
                    "AWS_REGION", "ap-northeast-1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.close();
    }
}
