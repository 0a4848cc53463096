package io.yobidashi.aws.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.settings.BadSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterFileTest {
    private static final String GOOD = """
            channel: C0BOOTH
            group: "<!here>"
            people:
              - {id: sato,   name: {ja: 佐藤, en: Sato},   slack: USATO,   standIn: suzuki}
              - {id: suzuki, name: {ja: 鈴木, en: Suzuki}, slack: USUZUKI}
            buttons:
              - {id: G030PM0000000001, person: sato, place: {ja: 受付, en: Reception}, imsi: "440103000000001"}
              - {id: qr-1, person: suzuki, place: {ja: 展示, en: Exhibits}}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_roster_is_read() throws IOException {
        Roster roster = RosterFile.read(file(GOOD), Terms.DEFAULT);

        assertThat(roster.channel()).isEqualTo("C0BOOTH");
        assertThat(roster.person("sato").orElseThrow().name().ja()).isEqualTo("佐藤");
        assertThat(roster.standIn("sato")).contains("suzuki");
        assertThat(roster.standIn("suzuki")).isEmpty();
        assertThat(roster.buttonWithSim("440103000000001").orElseThrow().person())
                .isEqualTo("sato");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "slack: USUZUKI | slack: USATO | slack member id 'USATO' stands twice",
                "standIn: suzuki | standIn: honda | stand-in of 'sato' is 'honda'",
                "person: suzuki | person: honda | person of button 'qr-1' is 'honda'",
                "channel: C0BOOTH | `` | 'channel' is missing",
                "ja: 佐藤, | `` | 'people[0].name.ja' is missing",
                "id: qr-1 | idd: qr-1 | 'buttons[1].idd' is unknown",
                "id: sato | id: 7 | 'people[0].id' is no text",
                "people: | people2: | 'people2' is unknown",
                "buttons: | `buttons: [` | line 6"
            },
            delimiter = '|')
    void a_senseless_roster_is_refused_in_one_line(String part, String instead, String problem) throws IOException {
        Path file = file(GOOD.replace(part, instead));

        assertThatThrownBy(() -> RosterFile.read(file, Terms.DEFAULT))
                .isInstanceOf(BadSettingException.class)
                .hasMessageStartingWith("YOBIDASHI_ROSTER names " + file)
                .hasMessageContaining(problem)
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_missing_file_and_an_empty_one_are_refused() throws IOException {
        assertThatThrownBy(() -> RosterFile.read(folder.resolve("none.yaml"), Terms.DEFAULT))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("no readable file");
        Path empty = file("");
        assertThatThrownBy(() -> RosterFile.read(empty, Terms.DEFAULT)).isInstanceOf(BadSettingException.class);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("roster.yaml"), yaml);
    }
}
