package io.yobidashi.dashboard.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.testing.InMemoryShadows;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.SampleRoster;
import io.yobidashi.dashboard.Statuses;
import io.yobidashi.dashboard.board.Board;
import io.yobidashi.dashboard.board.BoardListener;
import io.yobidashi.dashboard.board.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShadowFeedTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final InMemoryShadows shadows = new InMemoryShadows(new MutableClock(Statuses.PRESSED));
    private volatile Roster roster = SampleRoster.three();
    private final Story story = new Story();
    private final Deque<Runnable> readings = new ArrayDeque<>();
    private final ShadowFeed feed = new ShadowFeed(() -> roster, shadows, story, loop, readings::add);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void nothingIsReadBeforeTheSubscriptionStands() {
        settle();

        assertThat(readings).isEmpty();
    }

    @Test
    void theBoardIsKnownOnceEverybodyWasRead() {
        shadows.put(Statuses.calling("sato"));
        feed.subscribed();
        settle();
        readings.poll().run();
        settle();

        assertThat(story).isEmpty();
        readAll();
        assertThat(story).containsExactly("known 2 0 0");
    }

    @Test
    void anUpdateDuringTheReadingIsNotLost() {
        feed.subscribed();
        settle();
        Runnable late = readings.removeFirst();
        readAll();
        hear("sato", 5);
        late.run();
        settle();

        assertThat(story).containsExactly("known 5 0 0");
    }

    @Test
    void anUpdateThatTheReadingHasAlreadyIsNotToldTwice() {
        known();
        hear("sato", 5);
        hear("sato", 5);
        hear("sato", 4);

        assertThat(story).containsExactly("known 0 0 0", "sato 5");
    }

    @Test
    void everyVersionIsToldByItself() {
        known();
        hear("sato", 5);
        hear("sato", 6);
        hear("tanaka", 1);

        assertThat(story).containsExactly("known 0 0 0", "sato 5", "sato 6", "tanaka 1");
    }

    @Test
    void somebodyWhoIsNotInTheRosterIsNobodysBusiness() {
        known();
        feed.received("$aws/things/coffee-machine/shadow/update/documents", bytes("{\"hot\":true}"));
        settle();

        assertThat(story).containsExactly("known 0 0 0");
        assertThat(readings).isEmpty();
    }

    @Test
    void afterALossTheBoardIsDoubtedUntilEverybodyWasReadAgain() {
        known();
        feed.lost();
        hear("sato", 5);
        feed.subscribed();
        settle();

        assertThat(story).containsExactly("known 0 0 0", "doubted");
        shadows.put(Statuses.calling("sato"));
        readAll();
        assertThat(story).containsExactly("known 0 0 0", "doubted", "known 2 0 0");
    }

    @Test
    void aShadowWhoseVersionsBeganAnewIsTakenAtTheNextSubscription() {
        known();
        hear("sato", 500);
        shadows.put(Statuses.calling("sato"));
        feed.lost();
        feed.subscribed();
        readAll();

        assertThat(story).endsWith("doubted", "known 2 0 0");
    }

    @Test
    void aReadingFromBeforeALossProvesNothing() {
        feed.subscribed();
        settle();
        List<Runnable> old = List.copyOf(readings);
        readings.clear();
        feed.lost();
        old.forEach(Runnable::run);
        settle();

        assertThat(story).isEmpty();
    }

    @Test
    void aReadingThatFailsIsTriedUntilItWorks() {
        shadows.away(true);
        feed.subscribed();
        readAll();
        await().until(() -> onLoop(readings::size) == 3);
        readAll();
        shadows.away(false);
        await().untilAsserted(() -> {
            readAll();
            assertThat(story).containsExactly("known 0 0 0");
        });
    }

    @Test
    void aDocumentThatCantBeReadIsReplacedByReading() {
        known();
        feed.received("$aws/things/sato/shadow/update/documents", bytes("{\"current\":{\"state\":"));
        shadows.put(Statuses.calling("sato"));
        settle();

        assertThat(story).containsExactly("known 0 0 0", "doubted");
        readAll();
        assertThat(story).containsExactly("known 0 0 0", "doubted", "known 2 0 0");
    }

    @Test
    void whoIsNewInTheRosterIsShownOnceTheyWereReadAndWhoLeftVanishesAtOnce() {
        known();
        hear("sato", 5);
        shadows.put(Statuses.calling("honda"));
        edit("honda", "suzuki", "sato");

        assertThat(story).containsExactly("known 0 0 0", "sato 5", "known 0 5");
        readAll();
        assertThat(story).endsWith("known 0 5", "known 2 0 5");
        hear("tanaka", 9);
        hear("honda", 3);
        assertThat(story).endsWith("known 2 0 5", "honda 3");
    }

    @Test
    void whoIsNewAndIsHeardOfBeforeTheyWereReadHasTheirPlaceOnTheBoard() {
        known();
        edit("honda", "sato");
        hear("honda", 7);
        readAll();

        assertThat(story).containsExactly("known 0 0 0", "known 0", "known 7 0");
    }

    @Test
    void aBoardThatWaitsForSomebodyWhoLeftIsKnown() {
        feed.subscribed();
        settle();
        readings.removeFirst();
        readAll();
        assertThat(story).isEmpty();
        edit("suzuki", "tanaka");

        assertThat(story).containsExactly("known 0 0");
    }

    @Test
    void anEditDuringALossDoesNotMakeADoubtfulBoardKnown() {
        known();
        feed.lost();
        settle();
        edit("sato", "suzuki");
        readAll();

        assertThat(story).containsExactly("known 0 0 0", "doubted");
        feed.subscribed();
        readAll();
        assertThat(story).endsWith("doubted", "known 0 0");
    }

    private void edit(String... people) {
        roster = new Roster(
                "C0BOOTH",
                "<!here>",
                Stream.of(people)
                        .map(id -> new Person(id, new LocalName(id, id), "U" + id, null))
                        .toList(),
                List.of());
        feed.rosterChanged();
        settle();
    }

    private void known() {
        feed.subscribed();
        readAll();
    }

    private void hear(String person, long version) {
        feed.received(
                "$aws/things/" + person + "/shadow/update/documents",
                bytes(
                        "{\"previous\":{},\"current\":{\"state\":{\"reported\":{\"schema\":1,\"state\":\"idle\",\"since\":7}},"
                                + "\"version\":" + version + "},\"timestamp\":1763928000}"));
        settle();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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

    /** Waits until the feed has done what it was told. */
    private void settle() {
        onLoop(() -> null);
    }

    private <T> T onLoop(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.runOnContext(ignored -> answer.complete(question.get()));
        return answer.join();
    }

    /** What the feed told, in order. */
    private static final class Story extends CopyOnWriteArrayList<String> implements BoardListener {
        private static final long serialVersionUID = 1L;

        @Override
        public void known(Board board) {
            add("known "
                    + String.join(
                            " ",
                            board.rows().stream().map(row -> "" + row.version()).toList()));
        }

        @Override
        public void changed(Board board, Row row) {
            add(row.person() + " " + row.version());
        }

        @Override
        public void doubted() {
            add("doubted");
        }
    }
}
