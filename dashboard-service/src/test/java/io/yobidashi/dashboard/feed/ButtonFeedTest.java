package io.yobidashi.dashboard.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.testing.InMemoryButtonShadows;
import io.yobidashi.core.testing.SampleRoster;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ButtonFeedTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final InMemoryButtonShadows shadows = new InMemoryButtonShadows();
    private final List<String> story = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> readings = new ArrayDeque<>();
    private final ButtonFeed feed = new ButtonFeed(
            SampleRoster::three,
            shadows,
            (board, changed) -> changed.forEach(button ->
                    story.add(button.id() + " " + board.health(button).battery() + " v" + board.version(button))),
            loop,
            readings::add);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatIsKnownIsReadOnceTheSubscriptionStands() {
        write(0.75);
        feed.subscribed();
        readAll();

        assertThat(story).containsExactly(SampleRoster.SATO_BUTTON + " 0.75 v2");
    }

    @Test
    void onlyPeopleWhoHaveButtonsAreRead() {
        feed.subscribed();
        settle();

        assertThat(onLoop(readings::size)).isEqualTo(2);
    }

    @Test
    void aChangeIsToldOnceAndOnlyOfTheButtonThatChanged() {
        feed.subscribed();
        readAll();
        hear(5, "0.5");
        hear(5, "0.5");
        hear(4, "1.0");
        hear(6, "0.5");
        hear(7, "0.25");

        assertThat(story).containsExactly(SampleRoster.SATO_BUTTON + " 0.5 v5", SampleRoster.SATO_BUTTON + " 0.25 v7");
    }

    @Test
    void aReadingOfBeforeALossProvesNothing() {
        write(0.75);
        feed.subscribed();
        settle();
        feed.lost();
        readAll();

        assertThat(story).isEmpty();
    }

    @Test
    void aReadingThatFailsIsTriedUntilItWorks() {
        write(0.75);
        shadows.away(true);
        feed.subscribed();
        readAll();
        shadows.away(false);

        await().untilAsserted(() -> {
            readAll();
            assertThat(story).containsExactly(SampleRoster.SATO_BUTTON + " 0.75 v2");
        });
    }

    @Test
    void aDocumentThatCantBeReadIsReplacedByReading() {
        feed.subscribed();
        readAll();
        write(0.75);
        feed.received(topic("sato"), "{\"current\":".getBytes(StandardCharsets.UTF_8));
        readAll();

        assertThat(story).containsExactly(SampleRoster.SATO_BUTTON + " 0.75 v2");
    }

    @Test
    void somebodyWithoutAButtonInTheRosterIsNobodysBusiness() {
        feed.received(topic("coffee-machine"), "{\"hot\":true}".getBytes(StandardCharsets.UTF_8));
        settle();

        assertThat(readings).isEmpty();
        assertThat(story).isEmpty();
    }

    private void write(double battery) {
        ButtonHealth health = new ButtonHealth(battery, Instant.EPOCH, null, null, Instant.EPOCH);
        while (shadows.write(shadows.read("sato"), Map.of(SampleRoster.SATO_BUTTON, health))
                instanceof WriteResult.Conflict) {
            // The first write creates the shadow and answers with a conflict.
        }
    }

    private void hear(long version, String battery) {
        String document =
                "{\"previous\":{},\"current\":{\"state\":{\"reported\":{\"schema\":1,\"" + SampleRoster.SATO_BUTTON
                        + "\":{\"battery\":" + battery + ",\"notedAt\":7}}},\"version\":" + version
                        + "},\"timestamp\":1763928000}";
        feed.received(topic("sato"), document.getBytes(StandardCharsets.UTF_8));
        settle();
    }

    private static String topic(String thing) {
        return "$aws/things/" + thing + "/shadow/name/buttons/update/documents";
    }

    /** Runs the readings that were asked for, as the pool would. */
    private void readAll() {
        settle();
        List<Runnable> asked = onLoop(() -> {
            List<Runnable> all = List.copyOf(readings);
            readings.clear();
            return all;
        });
        asked.forEach(Runnable::run);
        settle();
    }

    private void settle() {
        onLoop(() -> null);
    }

    private <T> T onLoop(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.runOnContext(ignored -> answer.complete(question.get()));
        return answer.join();
    }
}
