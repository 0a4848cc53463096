package io.yobidashi.ops.check;

import io.yobidashi.core.settings.Settings;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A local cloud, and the settings that lead to it. */
final class Rig implements AutoCloseable {
    static final String ROSTER = """
            channel: C0BOOTH
            group: "<!here>"
            people:
              - {id: sato,   name: {ja: 佐藤, en: Sato},   slack: USATO,   standIn: suzuki}
              - {id: suzuki, name: {ja: 鈴木, en: Suzuki}, slack: USUZUKI}
            buttons:
              - {id: G1, person: sato,   place: {ja: 受付, en: Reception}, imsi: "440103000000001"}
              - {id: G2, person: suzuki, place: {ja: 展示, en: Exhibits}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalCloud cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
    private final Map<String, String> settings = new HashMap<>();

    Rig() {
        System.setProperty("aws.region", "ap-northeast-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        System.setProperty("aws.endpointUrlSqs", cloud.endpoints().sqs().toString());
        reset();
    }

    /** The settings of a system that is in order. */
    void reset() {
        settings.clear();
        set("YOBIDASHI_LANG", "en");
        set("AWS_REGION", "ap-northeast-1");
        set("AWS_ENDPOINT_URL_IOT_DATA_PLANE", cloud.endpoints().http().toString());
        set(
                "YOBIDASHI_SLACK_API_URL",
                cloud.endpoints().http().resolve("/slack/api/").toString());
        set("YOBIDASHI_SLACK_BOT_TOKEN", "xoxb-local");
        set("YOBIDASHI_SLACK_SIGNING_SECRET", "SECRET-signing");
        set("YOBIDASHI_BEAM_SECRET", "SECRET-beam");
        set("YOBIDASHI_PRESS_TOKEN", "SECRET-press");
        cloud.faults().clear();
    }

    void set(String name, String value) {
        settings.put(name, value);
    }

    LocalCloud cloud() {
        return cloud;
    }

    void roster(Path folder, String yaml) {
        try {
            set(
                    "YOBIDASHI_ROSTER",
                    Files.writeString(folder.resolve("roster.yaml"), yaml).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Report report() {
        return new Check(new Settings(name -> Optional.ofNullable(settings.get(name))), Clock.systemUTC()).report();
    }

    List<String> lines() {
        return report().lines();
    }

    /** The chat as everybody can see it. */
    String chat() {
        return send(HttpRequest.newBuilder(address("/slack/messages")));
    }

    void put(String path, String body) {
        send(HttpRequest.newBuilder(address(path)).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    void post(URI address, String body) {
        send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    URI address(String path) {
        return cloud.endpoints().http().resolve(path);
    }

    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
