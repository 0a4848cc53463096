package io.yobidashi.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yobidashi.core.settings.Settings;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.ops.said.Desk;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
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
public final class Rig implements AutoCloseable {
    public static final String ROSTER = """
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

    public Rig() {
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        reset();
    }

    /** The settings of a system that is in order. */
    public void reset() {
        settings.clear();
        set("YOBIDASHI_LANG", "en");
        set("AWS_REGION", "ap-northeast-1");
        set("AWS_ENDPOINT_URL_SQS", cloud.endpoints().sqs().toString());
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

    public void set(String name, String value) {
        settings.put(name, value);
    }

    public LocalCloud cloud() {
        return cloud;
    }

    public void roster(Path folder, String yaml) {
        try {
            set(
                    "YOBIDASHI_ROSTER",
                    Files.writeString(folder.resolve("roster.yaml"), yaml).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command did. */
    public record Done(int code, List<String> lines, String errors) {
        public String out() {
            return String.join("\n", lines);
        }
    }

    public Done run(String... args) {
        return answering("", args);
    }

    /** @param typed what somebody types meanwhile */
    public Done answering(String typed, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Desk desk = new Desk(
                new Settings(name -> Optional.ofNullable(settings.get(name))),
                Clock.systemUTC(),
                new BufferedReader(new StringReader(typed)),
                new PrintStream(out, true, UTF_8));
        int code = Main.run(desk, new PrintStream(err, true, UTF_8), args);
        return new Done(code, out.toString(UTF_8).lines().toList(), err.toString(UTF_8));
    }

    /** The chat as everybody can see it. */
    public String chat() {
        return send(HttpRequest.newBuilder(address("/slack/messages")));
    }

    public void put(String path, String body) {
        send(HttpRequest.newBuilder(address(path)).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public void post(URI address, String body) {
        send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public URI address(String path) {
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
