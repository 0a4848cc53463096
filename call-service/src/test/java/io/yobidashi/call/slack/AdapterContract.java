package io.yobidashi.call.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.SampleRoster;
import io.yobidashi.core.testing.SlackContract;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a real adapter, with the local Slack and its faults. */
abstract class AdapterContract extends SlackContract {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static LocalCloud cloud;

    protected final MutableClock clock = new MutableClock(Instant.now());

    @BeforeAll
    static void up() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
    }

    @AfterAll
    static void down() {
        cloud.close();
    }

    @AfterEach
    void clean() {
        heal();
    }

    /** The route of posts in a plan of faults. */
    protected abstract String route();

    protected final URI address(String path) {
        return cloud.endpoints().http().resolve(path);
    }

    protected final Wording wording() {
        return new Wording(SampleRoster.three(), Language.EN);
    }

    @Override
    protected void next(Fault fault) {
        switch (fault) {
            case TOO_MANY -> plan("\"kind\":\"retry-after\",\"seconds\":7,\"times\":1");
            case REFUSED -> archive(true);
            case ANSWER_LOST -> plan("\"kind\":\"lost-answer\",\"times\":1");
            case REQUEST_LOST -> plan("\"kind\":\"away\",\"seconds\":3600");
        }
    }

    @Override
    protected void heal() {
        cloud.faults().clear("slack");
        archive(false);
        clock.advance(Duration.ofMinutes(1));
    }

    @Override
    protected int messages() {
        return call("GET", "/slack/messages", "").size();
    }

    private void plan(String rule) {
        cloud.faults().set("slack", "{\"rules\":[{\"route\":\"" + route() + "\"," + rule + "}]}");
    }

    private void archive(boolean archived) {
        call("PUT", "/slack/channels/C0BOOTH", "{\"archived\":" + archived + "}");
    }

    private JsonNode call(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address(path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            String answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(answer.isEmpty() ? "null" : answer);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
