package io.yobidashi.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTest {
    private final Board unread = Board.unread(SampleRoster.three());

    @Test
    void anUnreadBoardClaimsNothingOfAnybody() {
        assertThat(unread.rows()).isEmpty();
        assertThat(unread.holds("sato")).isTrue();
        assertThat(unread.shows("sato")).isFalse();
        assertThat(unread.complete()).isFalse();
    }

    @Test
    void rowsStandInTheOrderOfTheRoster() {
        Board board = unread.read(row("tanaka", 0)).read(row("sato", 5)).read(row("suzuki", 3));

        assertThat(board.rows()).extracting(Row::person).containsExactly("sato", "suzuki", "tanaka");
    }

    @Test
    void afterAnEditWhoLeftIsGoneWhoStaysIsKeptAndWhoIsNewHasToBeRead() {
        Board board = unread.read(row("sato", 5)).read(row("suzuki", 3)).read(row("tanaka", 1));
        Board edited = board.of(roster("honda", "suzuki", "sato"));

        assertThat(edited.rows()).containsExactly(row("suzuki", 3), row("sato", 5));
        assertThat(edited.complete()).isFalse();
        assertThat(edited.read(row("honda", 2)).complete()).isTrue();
        assertThat(edited.read(row("honda", 2)).rows())
                .extracting(Row::person)
                .containsExactly("honda", "suzuki", "sato");
        assertThat(edited.heard(row("tanaka", 9))).isEmpty();
        assertThat(edited.of(SampleRoster.three()).complete())
                .as("who comes back is read again")
                .isFalse();
    }

    private static Roster roster(String... people) {
        return new Roster(
                "C0BOOTH",
                "<!here>",
                Stream.of(people)
                        .map(id -> new Person(id, new LocalName(id, id), "U" + id, null))
                        .toList(),
                List.of());
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
                assertThat(versions(next)).as("seed %d", seed).allSatisfy(noLowerThan(versions(board)));
                board = next;
            }
            assertThat(versions(board))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderEntriesOf(Map.of("sato", 6L, "suzuki", 6L, "tanaka", 6L));
        }
    }

    private static BiConsumer<String, Long> noLowerThan(Map<String, Long> before) {
        return (person, version) -> assertThat(version).isGreaterThanOrEqualTo(before.getOrDefault(person, 0L));
    }

    private static Map<String, Long> versions(Board board) {
        return board.rows().stream().collect(Collectors.toMap(Row::person, Row::version));
    }

    private static Row row(String person, long version) {
        return new Row(PersonStatus.unknown(person).idle(Instant.ofEpochSecond(version)), version);
    }
}
