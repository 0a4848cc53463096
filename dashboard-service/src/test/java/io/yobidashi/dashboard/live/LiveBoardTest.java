package io.yobidashi.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.SampleRoster;
import io.yobidashi.dashboard.Statuses;
import io.yobidashi.dashboard.board.Board;
import io.yobidashi.dashboard.board.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
        assertThat(viewer.data(0).path("people")).hasSize(3);
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
