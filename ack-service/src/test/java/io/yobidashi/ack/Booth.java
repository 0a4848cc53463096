package io.yobidashi.ack;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.rules.Chain;
import io.yobidashi.core.rules.Event;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.testing.SampleRoster;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What visitors, call-service and people in Slack do around the service under test. */
@Singleton
public class Booth {
    static final String CHANNEL = "C0BOOTH";
    static final Map<String, String> BUTTONS = Map.of("sato", "G030PM0000000001", "suzuki", "G030PM0000000002");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOKEN = "Bearer xoxb-local";

    private final Shadows shadows;
    private final Transition transition;
    private final Clock clock;
    private URI slack = URI.create("http://localhost");

    public Booth(Shadows shadows, Transition transition, Clock clock) {
        this.shadows = shadows;
        this.transition = transition;
        this.clock = clock;
    }

    /** Everybody idle, as in the morning. */
    void open(URI newSlack) {
        slack = newSlack;
        SampleRoster.three().people().forEach(person -> write(person.id(), row -> PersonStatus.unknown(row.person())));
    }

    /** Opens a call as call-service would, with its message in Slack, and tells that message's name. */
    String call(String person) {
        String callId = opened(person);
        String ts = given().header("Authorization", TOKEN)
                .contentType("application/json; charset=utf-8")
                .body("""
                        {"channel":"%s","text":"a visitor","blocks":[{"type":"actions","elements":[
                        {"type":"button","action_id":"ack","value":"%s","text":{"type":"plain_text","text":"On my way"}},
                        {"type":"button","action_id":"cannot","value":"%s","text":{"type":"plain_text","text":"Can't"}}]}]}""".formatted(CHANNEL, callId, callId))
                .post(slack.resolve("/slack/api/chat.postMessage"))
                .then()
                .extract()
                .path("ts");
        write(person, row -> row.with(row.openCall().orElseThrow().posted(new Post(CHANNEL, ts))));
        return ts;
    }

    private String opened(String person) {
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        Event press = new Event.Pressed(id, now, BUTTONS.get(person), Click.SINGLE, now, Chain.NONE);
        return transition
                .apply(SampleRoster.three().person(person).orElseThrow(), row -> List.of(press))
                .orElseThrow()
                .status()
                .openCall()
                .orElseThrow()
                .id();
    }

    void write(String person, UnaryOperator<PersonStatus> change) {
        await().atMost(SOON).until(() -> {
            ShadowRow row = shadows.read(person);
            return shadows.write(row, change.apply(row.status())) instanceof WriteResult.Written;
        });
    }

    PersonStatus row(String person) {
        return shadows.read(person).status();
    }

    void soon(String person, Consumer<PersonStatus> expected) {
        await().atMost(SOON).untilAsserted(() -> expected.accept(row(person)));
    }

    JsonPath say(String user, String text) {
        return done(by(user).queryParam("text", text).post(slack.resolve("/slack/say")));
    }

    JsonPath reply(String user, String text, String thread) {
        return done(by(user).queryParam("text", text)
                .queryParam("thread_ts", thread)
                .post(slack.resolve("/slack/say")));
    }

    JsonPath command(String user, String text) {
        return done(by(user).queryParam("text", text).post(slack.resolve("/slack/command")));
    }

    JsonPath click(String user, String action, String ts) {
        return done(by(user).queryParam("action", action).post(slack.resolve("/slack/messages/" + ts + "/click")));
    }

    /** Clicks the button of one block. */
    JsonPath choose(String user, String block, String ts) {
        return done(by(user).queryParam("action", "ack")
                .queryParam("block", block)
                .post(slack.resolve("/slack/messages/" + ts + "/click")));
    }

    JsonPath react(String user, String emoji, String ts) {
        return done(by(user).queryParam("name", emoji).post(slack.resolve("/slack/messages/" + ts + "/react")));
    }

    /** What only this user sees, the newest last. */
    List<Map<String, Object>> toldTo(String user) {
        return given().get(slack.resolve("/slack/messages")).jsonPath().getList("findAll { it.to == '" + user + "' }");
    }

    /** Waits until something new is told to this user alone. */
    Map<String, Object> nextToldTo(String user, int known) {
        return nextToldTo(user, known, 1).get(0);
    }

    /** The answer of a door and what is told later may overtake each other on the way to Slack. */
    List<Map<String, Object>> nextToldTo(String user, int known, int count) {
        await().atMost(SOON).until(() -> toldTo(user).size() >= known + count);
        return toldTo(user).subList(known, known + count);
    }

    /** Without a charset of its own, the client names another than the one that it encodes the query in. */
    private static RequestSpecification by(String user) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .queryParam("user", user);
    }

    private static JsonPath done(Response response) {
        return response.then().statusCode(200).extract().jsonPath();
    }
}
