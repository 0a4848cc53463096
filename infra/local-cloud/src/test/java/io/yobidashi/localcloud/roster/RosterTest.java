package io.yobidashi.localcloud.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {
    @TempDir
    private Path folder;

    @Test
    void the_bundled_roster_has_three_people_and_their_buttons() {
        Roster roster = Roster.bundled();

        assertThat(roster.channel()).isEqualTo("C0BOOTH");
        assertThat(roster.people()).extracting(Roster.Person::slack).containsExactly("USATO", "USUZUKI", "UTANAKA");
        assertThat(roster.personWithSlackUser("USATO").orElseThrow().name())
                .isEqualTo(new Roster.LocalName("佐藤", "Sato"));
        assertThat(roster.button("G030PM0000000002").orElseThrow())
                .isEqualTo(new Roster.Button(
                        "G030PM0000000002",
                        "suzuki",
                        new Roster.LocalName("展示", "Exhibits"),
                        "440103000000002",
                        null,
                        null));
    }

    @Test
    void a_file_with_keys_of_later_versions_is_read() throws IOException {
        Roster roster = Roster.read(file(
                "channel: C1\nzones: [a]\npeople:\n- {id: a, slack: UA, hours: 9-17}\nbuttons: [{id: b, person: a}]"));

        assertThat(roster.personWithSlackUser("UA").orElseThrow().name()).isEqualTo(new Roster.LocalName("a", "a"));
        assertThat(roster.button("b").orElseThrow().imsi()).isNull();
    }

    @Test
    void what_else_Beam_may_tell_of_a_button_is_read() throws IOException {
        Roster roster =
                Roster.read(file("channel: C1\nbuttons: [{id: b, person: a, imsi: '1', imei: '2', simId: '3'}]"));

        assertThat(roster.buttons())
                .containsExactly(new Roster.Button("b", "a", new Roster.LocalName("b", "b"), "1", "2", "3"));
    }

    @Test
    void a_senseless_file_is_refused_in_one_line_that_names_it() throws IOException {
        Path withoutChannel = file("people: []");
        Path broken = file("channel: [");
        Path absent = folder.resolve("absent.yaml");

        assertThatThrownBy(() -> Roster.read(withoutChannel))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channel is missing")
                .hasMessageContaining(withoutChannel.toString());
        assertThatThrownBy(() -> Roster.read(broken))
                .message()
                .contains(broken.toString())
                .doesNotContain("\n");
        assertThatThrownBy(() -> Roster.read(absent)).message().contains(absent.toString());
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "roster", ".yaml"), yaml);
    }
}
