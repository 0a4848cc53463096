package io.yobidashi.localcloud.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.MovableClock;
import io.yobidashi.localcloud.roster.Roster;
import io.yobidashi.localcloud.slack.chat.SlackApp;
import io.yobidashi.localcloud.store.Store;
import io.yobidashi.localcloud.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fake Slack on a real port, with an app that it calls, the official client, and people at their browsers. */
public final class SlackRig implements AutoCloseable {
    public static final String CHANNEL = "C0BOOTH";
    public static final String SIGNING_SECRET = "local-signing-secret";

    public final FakeApp app = new FakeApp();
    public final MovableClock clock = new MovableClock(Instant.parse("2025-11-23T20:00:00.000100Z"));
    public final Browser browser;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Slack slack;
    private final FakeSlack fakeSlack;
    private final WebServer server;

    public SlackRig() {
        this(Store.inMemory());
    }

    public SlackRig(Store store) {
        SlackApp installed =
                new SlackApp(app::address, this::address, "local-outgoing-token", SIGNING_SECRET, "xoxb-local");
        fakeSlack = new FakeSlack(Roster.bundled(), installed, clock, store.shelf("slack"));
        server = WebServer.start("127.0.0.1", 0, fakeSlack::addTo);
        browser = new Browser(address());
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(address() + "/slack/api/");
        // Unknown fields in an answer fail the call.
        config.setLibraryMaintainerMode(true);
        slack = Slack.getInstance(config);
    }

    public URI address() {
        return URI.create("http://localhost:" + server.port());
    }

    public Slack slack() {
        return slack;
    }

    public MethodsClient api() {
        return slack.methods("xoxb-local");
    }

    public JsonNode messages() {
        return FakeApp.json(browser.get("/slack/messages").body());
    }

    public List<String> texts() {
        return messages().findValuesAsText("text");
    }

    /** Does something as a person would, and returns what they are told. */
    public JsonNode post(String path) {
        return FakeApp.json(browser.post(path).body());
    }

    /** @param request method, path, and the body if there is one, by spaces */
    public HttpResponse<String> send(String request) {
        String[] parts = request.split(" ", 3);
        return send(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(body));
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static JsonNode json(String text) {
        return FakeApp.json(text);
    }

    @Override
    public void close() {
        server.close();
        fakeSlack.close();
        app.close();
        try {
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("The client does not end", e);
        }
    }
}
