package io.yobidashi.aws.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yobidashi.core.roster.Person;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRosterTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final String SATO = """
            channel: C0BOOTH
            group: "<!here>"
            people:
              - {id: sato, name: {ja: 佐藤, en: Sato}, slack: USATO}
            buttons:
              - {id: B1, person: sato, place: {ja: 受付, en: Reception}}
            """;
    private static final String SUZUKI_TOO =
            SATO.replace("buttons:", "  - {id: suzuki, name: {ja: 鈴木, en: Suzuki}, slack: USUZUKI}\nbuttons:");

    @TempDir
    private Path folder;

    private final MutableClock clock = new MutableClock(START);
    private final List<String> told = new ArrayList<>();
    private Path file;
    private LiveRoster live;

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(folder.resolve("roster.yaml"), SATO);
        live = live(file);
        live.onChange(() -> told.add(people()));
    }

    @Test
    void a_good_edit_is_taken_once_it_has_settled() throws IOException {
        Files.writeString(file, SUZUKI_TOO);
        clock.advance(Duration.ofHours(1));

        assertThat(live.look()).isEqualTo(LiveRoster.SETTLING);
        assertThat(people()).isEqualTo("sato");
        assertThat(live.look()).isEqualTo(LiveRoster.EVERY);
        assertThat(people()).isEqualTo("sato suzuki");
        assertThat(live.standing().since()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(told).containsExactly("sato suzuki");
    }

    @Test
    void a_file_that_is_being_written_is_no_edit_yet() throws IOException {
        Files.writeString(file, "");
        live.look();
        Files.writeString(file, SUZUKI_TOO.substring(0, 100));
        live.look();
        Files.writeString(file, SUZUKI_TOO);
        live.look();
        live.look();

        assertThat(told).containsExactly("sato suzuki");
        assertThat(live.standing().refused()).isNull();
    }

    @Test
    void a_bad_edit_keeps_the_last_good_one_and_says_where_it_is_bad_until_the_next_good_one() throws IOException {
        edit(SATO.replace("person: sato", "person: honda"));

        assertThat(people()).isEqualTo("sato");
        assertThat(live.current().button("B1").orElseThrow().person()).isEqualTo("sato");
        assertThat(live.standing().refused()).contains("line 6", "'honda'");
        assertThat(live.standing().since()).isEqualTo(START);
        assertThat(told).isEmpty();

        edit(SUZUKI_TOO);
        assertThat(people()).isEqualTo("sato suzuki");
        assertThat(live.standing().refused()).isNull();
    }

    @Test
    void to_undo_a_bad_edit_is_a_good_one_that_changes_nothing() throws IOException {
        edit("people: [");
        assertThat(live.standing().refused()).contains("line 1");
        clock.advance(Duration.ofHours(1));

        edit(SATO + "# a comment\n");

        assertThat(live.standing()).isEqualTo(new LiveRoster.Standing(live.current(), START, null));
        assertThat(told).isEmpty();
    }

    @Test
    void a_file_that_is_gone_is_a_bad_edit() throws IOException {
        Files.delete(file);
        live.look();
        live.look();
        assertThat(people()).isEqualTo("sato");
        assertThat(live.standing().refused()).contains("no readable file");

        edit(SATO);
        assertThat(live.standing().refused()).isNull();
    }

    @Test
    void a_symbolic_link_that_is_moved_is_an_edit_as_with_mounted_configuration() throws IOException {
        Path mount = Files.createDirectory(folder.resolve("mount"));
        write(mount.resolve("..1"), SATO);
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..1"));
        Files.createSymbolicLink(mount.resolve("roster.yaml"), Path.of("..data/roster.yaml"));
        live = live(mount.resolve("roster.yaml"));

        write(mount.resolve("..2"), SUZUKI_TOO);
        Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..2"));
        Files.move(mount.resolve("..data_tmp"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        live.look();
        live.look();

        assertThat(people()).isEqualTo("sato suzuki");
    }

    @Test
    void an_edit_that_leaves_length_and_time_as_they_were_is_seen() throws IOException {
        var time = Files.getLastModifiedTime(file);
        Files.writeString(file, SATO.replace("B1", "B2"));
        Files.setLastModifiedTime(file, time);
        live.look();
        live.look();

        assertThat(live.current().button("B2")).isPresent();
    }

    @Test
    void a_file_that_makes_no_sense_to_begin_with_is_refused() throws IOException {
        Files.writeString(file, "people: [");

        assertThatThrownBy(() -> live(file)).isInstanceOf(BadSettingException.class);
    }

    @Test
    void what_changed_is_told_in_one_line() {
        var before = new RosterFile(file, Terms.DEFAULT).parse(SATO);
        var after = new RosterFile(file, Terms.DEFAULT)
                .parse(SUZUKI_TOO
                        .replace("id: B1", "id: B2")
                        .replace("en: Sato}", "en: Satoh}")
                        .replace("C0BOOTH", "C1"));

        assertThat(RosterChanges.between(before, after)).isEqualTo("people +suzuki ~sato; buttons +B2 -B1; channel C1");
        assertThat(RosterChanges.between(after, before)).contains("people -suzuki ~sato");
    }

    @Test
    void the_watch_looks_while_it_is_started() throws IOException {
        RosterWatch watch = new RosterWatch(live);
        watch.start();
        try {
            Files.writeString(file, SUZUKI_TOO);
            await().until(() -> people().equals("sato suzuki"));
        } finally {
            watch.stop();
        }
    }

    private void edit(String yaml) throws IOException {
        Files.writeString(file, yaml);
        live.look();
        live.look();
    }

    private LiveRoster live(Path path) {
        return new LiveRoster(new RosterFile(path, Terms.DEFAULT), clock);
    }

    private String people() {
        return String.join(" ", live.current().people().stream().map(Person::id).toList());
    }

    private static void write(Path directory, String yaml) throws IOException {
        Files.writeString(Files.createDirectory(directory).resolve("roster.yaml"), yaml);
    }
}
