package io.yobidashi.localcloud.slack.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.localcloud.MovableClock;
import io.yobidashi.localcloud.slack.FakeApp;
import io.yobidashi.localcloud.slack.chat.Change;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.Draft;
import io.yobidashi.localcloud.slack.chat.Timestamps;
import io.yobidashi.localcloud.slack.content.Content;
import io.yobidashi.localcloud.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs.slack.dev/apis/events-api: three retries, with the time between them in the hands of the test. */
class RetriesTest {
    private final FakeApp app = new FakeApp().answeringChallengesAs("json");
    private final MovableClock clock = new MovableClock(Instant.parse("2025-11-23T20:00:00Z"));
    private final Timestamps timestamps = new Timestamps(clock);
    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Conversation conversation =
            new Conversation(timestamps, Store.inMemory().shelf("slack"), change -> {});
    private Supplier<URI> receiver = app::address;

    private record Waiting(Duration delay, Runnable task) {}

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void an_event_that_is_never_taken_comes_four_times() throws Exception {
        app.answering("/slack/events", 503, "");
        Delivery first = deliver();
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Waiting next = waiting.poll(10, TimeUnit.SECONDS);
            delays.add(next.delay());
            clock.advance(next.delay());
            next.task().run();
        }

        assertThat(first.status()).isEqualTo(503);
        await().until(() -> app.events().size() == 4);
        assertThat(waiting).isEmpty();
        assertThat(delays).containsExactly(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
        assertThat(app.events())
                .extracting(request -> request.header("x-slack-retry-num"))
                .containsExactly(null, "1", "2", "3");
        assertThat(app.events())
                .extracting(request -> request.header("X-Slack-Request-Timestamp"))
                .containsExactly("1763928000", "1763928000", "1763928060", "1763928360");
        assertThat(app.events())
                .extracting(FakeApp.Request::body)
                .allMatch(app.events().get(0).body()::equals);
    }

    @ParameterizedTest
    @CsvSource({"200, 0, false", "204, 0, false", "500, 0, true", "400, 1, false", "404, 0, true"})
    void what_is_answered_decides(int status, String noRetry, boolean again) {
        app.answering("/slack/events", new FakeApp.Answer(status, "", Map.of("x-slack-no-retry", noRetry)));

        deliver();

        assertThat(waiting.poll() != null).isEqualTo(again);
    }

    @Test
    void two_redirects_are_followed_and_a_third_is_not() throws Exception {
        app.answering("/slack/events", elsewhere("/one"))
                .answering("/one", elsewhere("/two"))
                .answering("/two", 200, "");
        assertThat(deliver().status()).isEqualTo(200);
        assertThat(app.requests("/two")).hasSize(1);

        app.answering("/two", elsewhere("/three"));
        assertThat(deliver().body()).isEqualTo("too_many_redirects");
        assertThat(waiting.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void an_app_that_is_gone_is_told_why_when_it_returns() throws Exception {
        Events events = events();
        assertThat(events.deliver(posted()).join()).isPresent();
        FakeApp next = new FakeApp().answeringChallengesAs("json");
        app.close();

        assertThat(events.deliver(posted()).join().orElseThrow().status()).isEqualTo(502);
        receiver = next::address;
        waiting.poll(10, TimeUnit.SECONDS).task().run();

        await().until(() -> next.events().size() == 1);
        assertThat(next.events().get(0).header("x-slack-retry-reason")).isEqualTo("connection_failed");
        next.close();
    }

    private static FakeApp.Answer elsewhere(String path) {
        return new FakeApp.Answer(302, "", Map.of("Location", path));
    }

    private Delivery deliver() {
        return events().deliver(posted()).join().orElseThrow();
    }

    private Change posted() {
        return conversation.post(Draft.of("C0BOOTH", "USATO", Content.of("ok")));
    }

    private Events events() {
        SignedClient client = new SignedClient(new AppClient(() -> receiver.get()), "secret", clock);
        EventView view = new EventView(conversation, timestamps);
        return new Events(client, view, clock, (delay, task) -> waiting.add(new Waiting(delay, task)));
    }
}
