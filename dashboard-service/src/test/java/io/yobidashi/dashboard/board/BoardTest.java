package io.yobidashi.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTest {
    private final Board unread = Board.unread(SampleRoster.three());

    @Test
    void anUnreadBoardHoldsEverybodyIdleInTheOrderOfTheRoster() {
        assertThat(unread.rows())
                .containsExactly(Row.unwritten("sato"), Row.unwritten("suzuki"), Row.unwritten("tanaka"));
        assertThat(unread.complete()).isFalse();
    }

    @ParameterizedTest(name = "version {1} after {0}: taken {2}")
    @CsvSource({"0, 1, true", "17, 18, true", "17, 30, true", "17, 17, false", "17, 16, false", "17, 0, false"})
    void onlyAHigherVersionIsTaken(long held, long heard, boolean taken) {
        Board before = unread.read(row("sato", held));

        assertThat(before.heard(row("sato", heard)).isPresent()).isEqualTo(taken);
        assertThat(before.read(row("sato", heard)).rows().get(0).version()).isEqualTo(Math.max(held, heard));
    }

    @Test
    void somebodyWhoIsNotInTheRosterIsIgnored() {
        assertThat(unread.heard(row("stranger", 3))).isEmpty();
        assertThat(unread.read(row("stranger", 3)).rows()).isEqualTo(unread.rows());
    }

    @Test
    void itIsCompleteOnceEverybodyWasRead() {
        Board two = unread.read(Row.unwritten("sato")).read(row("suzuki", 4));

        assertThat(two.complete()).isFalse();
        assertThat(two.read(Row.unwritten("tanaka")).complete()).isTrue();
    }

    @Test
    void hearingIsNotReading() {
        Board heard = unread.heard(row("sato", 1)).orElseThrow();

        assertThat(heard.read(row("suzuki", 1)).read(row("tanaka", 1)).complete())
                .isFalse();
    }

    @Test
    void aDoubtingBoardKeepsItsRowsButHasToReadThemAgain() {
        Board doubting = unread.read(row("sato", 7)).doubting();

        assertThat(doubting.rows().get(0).version()).isEqualTo(7);
        assertThat(doubting.complete()).isFalse();
    }

    @Test
    void whateverTheOrderTheNewestVersionStandsAndNoRowEverGoesBack() {
        for (long seed = 0; seed < 200; seed++) {
            List<Row> rows = new ArrayList<>();
            for (String person : List.of("sato", "suzuki", "tanaka")) {
                for (long version = 1; version <= 6; version++) {
                    rows.addAll(List.of(row(person, version), row(person, version)));
                }
            }
            Collections.shuffle(rows, new Random(seed));
            Board board = unread;
            for (Row row : rows) {
                Board next = board.heard(row).orElse(board);
                assertThat(versions(next)).as("seed %d", seed).satisfies(noLowerThan(versions(board)));
                board = next;
            }
            assertThat(versions(board)).as("seed %d", seed).containsExactly(6L, 6L, 6L);
        }
    }

    private static ThrowingConsumer<List<? extends Long>> noLowerThan(List<Long> before) {
        return after -> {
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).isGreaterThanOrEqualTo(before.get(i));
            }
        };
    }

    private static List<Long> versions(Board board) {
        return board.rows().stream().map(Row::version).toList();
    }

    private static Row row(String person, long version) {
        return new Row(PersonStatus.unknown(person).idle(Instant.ofEpochSecond(version)), version);
    }
}
