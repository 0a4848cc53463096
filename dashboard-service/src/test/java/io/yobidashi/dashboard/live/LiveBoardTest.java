package io.yobidashi.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.buttons.Counter;
import io.yobidashi.core.hours.Span;
import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Policy;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.SampleRoster;
import io.yobidashi.dashboard.Statuses;
import io.yobidashi.dashboard.board.Board;
import io.yobidashi.dashboard.board.ButtonBoard;
import io.yobidashi.dashboard.board.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveBoardTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final MutableClock clock = new MutableClock(Statuses.PRESSED);
    private final LiveBoard live = new LiveBoard("build-1", clock, loop);
    private final Board board = Board.unread(SampleRoster.three()).read(new Row(Statuses.calling("sato"), 17));

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void beforeAnythingIsKnownAViewerHearsOnlyThatNothingIs() {
        RecordingViewer viewer = attach();

        assertThat(viewer.names()).containsExactly("heartbeat");
        assertThat(viewer.last().path("cloud").asText()).isEqualTo("down");
        assertThat(viewer.last().path("confirmedAt").isNull()).isTrue();
        assertThat(live.snapshot()).isEmpty();
    }

    @Test
    void aViewerGetsTheBoardAndThenEachChange() {
        onLoop(() -> live.known(board));
        RecordingViewer viewer = attach();
        Row running = new Row(Statuses.running("sato"), 18);
        onLoop(() -> live.changed(board.read(running), running));

        assertThat(viewer.names()).containsExactly("snapshot", "heartbeat", "person");
        assertThat(viewer.data(0).path("build").asText()).isEqualTo("build-1");
        assertThat(viewer.data(0).path("serverTime").asLong()).isEqualTo(Statuses.PRESSED.toEpochMilli());
        assertThat(viewer.data(0).path("people")).hasSize(1);
        assertThat(viewer.last().path("version").asLong()).isEqualTo(18);
        assertThat(live.snapshot()
                        .orElseThrow()
                        .path("people")
                        .path(0)
                        .path("version")
                        .asLong())
                .isEqualTo(18);
    }

    @Test
    void everyButtonOfTheRosterIsInTheSnapshotAndEachChangeIsToldByItself() {
        onLoop(() -> live.known(board));
        RecordingViewer viewer = attach();
        Button button = SampleRoster.three().button(SampleRoster.SATO_BUTTON).orElseThrow();
        ButtonHealth health = new ButtonHealth(
                0.25, Statuses.PRESSED, Statuses.PRESSED.minusSeconds(60), new Counter(42, 0, 2), Statuses.PRESSED);
        ButtonBoard buttons = ButtonBoard.EMPTY
                .with(new ButtonsRow("sato", Map.of(button.id(), health), 7))
                .orElseThrow();
        onLoop(() -> live.told(buttons, List.of(button)));

        assertThat(viewer.data(0).path("buttons")).hasSize(3);
        assertThat(viewer.data(0).path("buttons").path(0).toString())
                .isEqualTo("{\"person\":\"sato\",\"button\":\"G030PM0000000001\","
                        + "\"place\":{\"ja\":\"受付\",\"en\":\"Reception\"},\"battery\":null,\"lastPress\":null,"
                        + "\"lastTest\":null,\"gaps\":0,\"version\":0}");
        assertThat(viewer.names()).endsWith("button");
        assertThat(viewer.last().toString())
                .isEqualTo("{\"person\":\"sato\",\"button\":\"G030PM0000000001\","
                        + "\"place\":{\"ja\":\"受付\",\"en\":\"Reception\"},\"battery\":0.25,"
                        + "\"lastPress\":1763928000000,\"lastTest\":1763927940000,\"gaps\":2,\"version\":7}");
        assertThat(live.snapshot().orElseThrow().path("buttons").path(0).toString())
                .isEqualTo(viewer.last().toString());
    }

    @Test
    void whileTheBoardIsDoubtedItIsShownWithTheInstantAtWhichItWasStillRight() {
        onLoop(() -> live.known(board));
        RecordingViewer viewer = attach();
        clock.advance(Duration.ofSeconds(7));
        onLoop(live::doubted);
        clock.advance(Duration.ofSeconds(60));
        RecordingViewer late = attach();

        long doubtedAt = Statuses.PRESSED.plusSeconds(7).toEpochMilli();
        assertThat(viewer.last().path("cloud").asText()).isEqualTo("down");
        assertThat(viewer.last().path("confirmedAt").asLong()).isEqualTo(doubtedAt);
        assertThat(late.names()).containsExactly("snapshot", "heartbeat");
        assertThat(late.last().path("confirmedAt").asLong()).isEqualTo(doubtedAt);
    }

    @Test
    void whenTheBoardIsKnownAgainEveryViewerGetsAllOfItAnew() {
        onLoop(() -> live.known(board));
        RecordingViewer viewer = attach();
        onLoop(live::doubted);
        onLoop(() -> live.known(board));

        assertThat(viewer.names()).containsExactly("snapshot", "heartbeat", "heartbeat", "snapshot", "heartbeat");
        assertThat(viewer.last().path("cloud").asText()).isEqualTo("up");
        assertThat(viewer.last().path("confirmedAt").asLong()).isEqualTo(Statuses.PRESSED.toEpochMilli());
    }

    @Test
    void whenWorkingHoursEndOrBeginEveryViewerIsShownSoThoughNothingIsWritten() {
        // Pressed at 08:00 in UTC; work begins at 08:00:03.
        onLoop(() -> live.known(worksFrom(Statuses.PRESSED.plusSeconds(3))));
        RecordingViewer viewer = attach();
        assertThat(viewer.data(0).path("people").path(0).path("state").asText()).isEqualTo("dnd");

        clock.advance(Duration.ofSeconds(2));
        onLoop(live::beat);
        assertThat(viewer.names()).containsExactly("snapshot", "heartbeat", "heartbeat");
        clock.advance(Duration.ofSeconds(2));
        onLoop(live::beat);
        onLoop(live::beat);

        assertThat(viewer.names())
                .containsExactly("snapshot", "heartbeat", "heartbeat", "snapshot", "heartbeat", "heartbeat");
        assertThat(viewer.data(3).path("people").path(0).path("state").asText()).isEqualTo("idle");
    }

    private static Board worksFrom(Instant opening) {
        LocalTime from = opening.atZone(ZoneOffset.UTC).toLocalTime();
        Map<DayOfWeek, List<Span>> week = Stream.of(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day, day -> List.of(new Span(from, from.plusHours(8)))));
        Terms terms = new Terms(Policy.DEFAULT, new WorkingHours(ZoneOffset.UTC, week));
        Person sato = new Person("sato", new LocalName("佐藤", "Sato"), "USATO", null, terms);
        return Board.unread(new Roster("C0BOOTH", "<!here>", List.of(sato), List.of()))
                .read(Row.unwritten("sato"));
    }

    @Test
    void oneEncodingServesAllViewers() {
        RecordingViewer one = attach();
        RecordingViewer other = attach();
        onLoop(() -> live.known(board));

        assertThat(one.sent.get(1)).isSameAs(other.sent.get(1));
    }

    @Test
    void aViewerWhoTakesNoMoreIsForgottenAndTheOthersGoOn() {
        RecordingViewer slow = attach();
        RecordingViewer other = attach();
        slow.takes = false;
        onLoop(() -> live.known(board));

        assertThat(live.viewers()).isEqualTo(1);
        assertThat(other.names()).containsExactly("heartbeat", "snapshot", "heartbeat");
    }

    @Test
    void aViewerWhoLeavesIsForgotten() {
        RecordingViewer viewer = attach();
        live.detach(viewer);
        onLoop(() -> {});

        assertThat(live.viewers()).isZero();
    }

    private RecordingViewer attach() {
        RecordingViewer viewer = new RecordingViewer();
        live.attach(viewer);
        onLoop(() -> {});
        return viewer;
    }

    private void onLoop(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            action.run();
            done.complete(null);
        });
        done.join();
    }

    private static final class RecordingViewer implements Viewer {
        private final List<Buffer> sent = new ArrayList<>();
        private boolean takes = true;

        @Override
        public boolean send(Buffer event) {
            return takes && sent.add(event);
        }

        private List<String> names() {
            return sent.stream()
                    .map(event -> event.toString().lines().findFirst().orElseThrow())
                    .map(line -> line.substring("event: ".length()))
                    .toList();
        }

        private JsonNode data(int index) {
            String data = sent.get(index).toString().lines().skip(1).findFirst().orElseThrow();
            try {
                return new JsonMapper().readTree(data.substring("data: ".length()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private JsonNode last() {
            return data(sent.size() - 1);
        }
    }
}
