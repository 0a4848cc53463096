package io.yobidashi.aws.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.hours.Span;
import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Policy;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.settings.BadSettingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterFileTest {
    private static final ZoneId MACHINE = ZoneId.of("Europe/Lisbon");
    private static final Terms SET = new Terms(
            new Policy(seconds(300), seconds(301), seconds(30), seconds(60), seconds(120)),
            WorkingHours.always(MACHINE));

    private static final String GOOD = """
            channel: C0BOOTH
            group: "<!here>"
            zone: Asia/Tokyo
            timeouts: {calling: 4m, remindAfter: 20s}
            people:
              - {id: sato,   name: {ja: 佐藤, en: Sato},   slack: USATO,   standIn: suzuki}
              - id: suzuki
                name: {ja: 鈴木, en: Suzuki}
                slack: USUZUKI
                standIn: nobody
                zone: Europe/Berlin
                hours:
                  mon-thu: "09:00-12:00, 13:00-18:00"
                  fri-sun: "22:00-02:00"
                timeouts:
                  calling: 90s
                  groupAfter: 1h
            buttons:
              - {id: G030PM0000000001, person: sato, place: {ja: 受付, en: Reception}, imsi: "440103000000001"}
              - {id: qr-1, person: suzuki, place: {ja: 展示, en: Exhibits}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u\"", "\"\\uD8\"", "\"\\UFFFFFFFF\"", "\"\\x\""})
    void an_escape_that_stands_for_nothing_is_refused_in_one_line(String name) {
        RosterFile file = new RosterFile(folder.resolve("roster.yaml"), SET);

        assertThatThrownBy(() -> file.parse(GOOD.replace("C0BOOTH", name)))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("makes no sense");
    }

    @Test
    void a_roster_is_read() throws IOException {
        Roster roster = read(GOOD);

        assertThat(roster.channel()).isEqualTo("C0BOOTH");
        assertThat(roster.person("sato").orElseThrow().name().ja()).isEqualTo("佐藤");
        assertThat(roster.standIn("sato")).contains("suzuki");
        assertThat(roster.standIn("suzuki")).isEmpty();
        assertThat(roster.buttonWithSim("440103000000001").orElseThrow().person())
                .isEqualTo("sato");
    }

    @Test
    void timeouts_are_the_persons_else_everybodys_else_those_set() throws IOException {
        Roster roster = read(GOOD);

        assertThat(terms(roster, "sato").policy())
                .isEqualTo(new Policy(seconds(240), seconds(301), seconds(20), seconds(60), seconds(120)));
        assertThat(terms(roster, "suzuki").policy())
                .isEqualTo(new Policy(seconds(90), seconds(301), seconds(20), seconds(60), seconds(3600)));
    }

    @Test
    void hours_are_read_in_the_persons_zone_else_everybodys_else_the_machines() throws IOException {
        Roster roster = read(GOOD);
        WorkingHours suzuki = terms(roster, "suzuki").hours();

        assertThat(suzuki.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(suzuki.week().get(DayOfWeek.THURSDAY))
                .containsExactly(span("09:00", "12:00"), span("13:00", "18:00"));
        assertThat(suzuki.week().get(DayOfWeek.SUNDAY)).containsExactly(span("22:00", "02:00"));
        assertThat(terms(roster, "sato").hours()).isEqualTo(WorkingHours.always(ZoneId.of("Asia/Tokyo")));
        assertThat(terms(read(GOOD.replace("zone: Asia/Tokyo\n", "\n")), "sato")
                        .hours()
                        .zone())
                .isEqualTo(MACHINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'09:00-18:00'                    | MON TUE WED THU FRI SAT SUN",
                "{mon: '9:00-18:00'}              | MON",
                "{'sat,sun': '9:00-18:00'}        | SAT SUN",
                "{'mon, wed-thu': '9:00-18:00'}   | MON WED THU",
                "{sat-mon: '9:00-18:00'}          | SAT SUN MON",
                "{Mon-Sun: '00:00-24:00'}         | MON TUE WED THU FRI SAT SUN",
            })
    void days_are_named_one_by_one_or_from_to_or_not_at_all(String hours, String days) throws IOException {
        Roster roster =
                read(GOOD.replace("standIn: nobody", "hours: " + hours).replaceFirst("    hours:\n.*\n.*\n", ""));

        assertThat(terms(roster, "suzuki").hours().week().keySet())
                .extracting(day -> day.name().substring(0, 3))
                .containsExactlyInAnyOrder(days.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"김민준, Kim Min-jun", "Łukasz Żółć, Lukasz", "عمر, Omar", "Юлия 👩‍🔧, Yulia"})
    void names_are_in_any_script(String ja, String en) throws IOException {
        Person person = read(GOOD.replace("佐藤", ja).replace("en: Sato", "en: " + en))
                .person("sato")
                .orElseThrow();

        assertThat(person.name().ja()).isEqualTo(ja);
        assertThat(person.name().en()).isEqualTo(en);
    }

    @Test
    void a_chain_may_go_round_in_a_circle() throws IOException {
        assertThat(read(GOOD.replace("standIn: nobody", "standIn: sato")).chain("sato"))
                .containsExactly("suzuki");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                // Syntax.
                "buttons:                | buttons: [            | line 19",
                "zone: Asia/Tokyo        | zone: Asia: Tokyo     | line 3, column 11",
                "slack: USUZUKI          | `\tslack: USUZUKI`    | line 9, column 5: found character",
                "name: {ja: 鈴木,         | ` name: {ja: 鈴木,`     | line 8, column 10: mapping values are not allowed here",
                // Keys.
                "channel: C0BOOTH        | ``                    | line 2, column 1: 'channel' is missing",
                "ja: 佐藤,                | ``                    | line 6, column 24: 'people[0].name.ja' is missing",
                "id: qr-1                | idd: qr-1             | line 20, column 6: 'buttons[1].idd' is unknown",
                "people:                 | people2:              | line 5, column 1: 'people2' is unknown",
                "  calling: 90s          | callin: 90s           | line 16, column 7: 'people[1].timeouts.callin' is unknown",
                "standIn: nobody         | slack: U1             | line 10, column 5: 'people[1].slack' stands twice",
                "slack: USUZUKI          | slack:                | line 9, column 11: 'people[1].slack' is missing",
                // Kinds of values.
                "id: sato                | id: 7                 | line 6, column 10: 'people[0].id' is no text, put it in quotes",
                "id: sato                | id: [sato]            | line 6, column 10: 'people[0].id' is no text",
                "name: {ja: 鈴木, en: Suzuki} | name: 鈴木         | line 8, column 11: 'people[1].name' has no keys below it",
                "{calling: 4m, remindAfter: 20s} | 4m            | line 4, column 11: 'timeouts' has no keys below it",
                "- {id: qr-1,            | - qr-1 #              | line 20, column 5: 'buttons[1]' has no keys",
                // Meaning.
                "slack: USUZUKI          | slack: USATO          | line 9, column 12: slack member id 'USATO' stands twice",
                "id: suzuki              | id: sato              | line 7, column 9: person id 'sato' stands twice",
                "id: qr-1                | id: G030PM0000000001  | line 20, column 10: button id 'G030PM0000000001' stands twice",
                "id: suzuki              | id: 鈴木               | line 7, column 9: person id '鈴木' is not a legal thing name",
                "id: suzuki              | id: nobody            | line 7, column 9: 'nobody' is the word for no stand-in",
                "standIn: suzuki         | standIn: honda        | line 6, column 71: stand-in is 'honda', who is not in the roster",
                "standIn: suzuki         | standIn: sato         | line 6, column 71: 'sato' is their own stand-in",
                "person: suzuki          | person: honda         | line 20, column 24: person is 'honda', who is not in the roster",
                "zone: Asia/Tokyo        | zone: Asia/Edo        | line 3, column 7: 'zone' is 'Asia/Edo', no zone",
                "zone: Europe/Berlin     | zone: Berlin          | line 11, column 11: 'people[1].zone' is 'Berlin', no zone",
                "calling: 90s            | calling: 90           | line 16, column 16: 'people[1].timeouts.calling' is no text",
                "calling: 90s            | calling: 90 s         | line 16, column 16: 'people[1].timeouts.calling' is '90 s', no duration",
                "calling: 4m             | calling: 0s           | line 4, column 21: 'timeouts.calling' is '0s', no duration",
                // Hours.
                "mon-thu:                | mon-thr:              | line 13, column 7: 'people[1].hours.mon-thr' is no day",
                "mon-thu:                | mon-fri:              | line 14, column 7: 'people[1].hours.fri-sun' has fri, which was there before",
                "09:00-12:00,            | 09:00-12:00;          | line 13, column 16: 'people[1].hours.mon-thu' has '09:00-12:00; 13:00-18:00', which are no hours",
                "13:00-18:00             | 13:00-18:60           | line 13, column 16: 'people[1].hours.mon-thu' has '13:00-18:60', with a time that no clock shows",
                "13:00-18:00             | 24:00-18:00           | line 13, column 16: 'people[1].hours.mon-thu' has '24:00-18:00', with a time that no clock shows",
                "13:00-18:00             | 13:00-13:00           | line 13, column 16: 'people[1].hours.mon-thu' has '13:00-13:00', which is no time at all",
            })
    void a_senseless_roster_is_refused_in_one_line_that_tells_where(String part, String instead, String problem) {
        String yaml = GOOD.replaceFirst("\\Q" + part + "\\E", instead);
        assertThat(yaml).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(BadSettingException.class)
                .hasMessageStartingWith("YOBIDASHI_ROSTER names " + folder.resolve("roster.yaml"))
                .hasMessageContaining("makes no sense: " + problem)
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_missing_file_and_an_empty_one_and_one_in_another_encoding_are_refused() throws IOException {
        assertThatThrownBy(() -> new RosterFile(folder.resolve("none.yaml"), SET).read())
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("no readable file");
        assertThatThrownBy(() -> read("")).hasMessageContaining("line 1: there are no channel");
        assertThatThrownBy(() -> read(GOOD.replace("zone", "\u0007zone"))).hasMessageContaining("line 3: a character");
        Path shiftJis = Files.write(folder.resolve("sjis.yaml"), GOOD.getBytes(Charset.forName("Shift_JIS")));
        assertThatThrownBy(() -> new RosterFile(shiftJis, SET).read()).hasMessageContaining("not in UTF-8");
    }

    @Test
    void an_editors_byte_order_mark_does_no_harm() throws IOException {
        assertThat(read("\uFEFF" + GOOD)).isEqualTo(read(GOOD));
    }

    @Test
    void the_commented_example_is_a_roster() {
        Roster roster = new RosterFile(Path.of("../docs/roster.yaml"), SET).read();

        assertThat(roster.people()).hasSizeGreaterThan(2);
        assertThat(roster.people())
                .anySatisfy(person -> assertThat(person.terms().hours().week()).isNotEmpty());
        assertThat(roster.people())
                .anySatisfy(person -> assertThat(person.terms().policy()).isNotEqualTo(SET.policy()));
    }

    @Test
    void the_local_cloud_takes_the_example_too_as_far_as_it_needs_it() {
        Path example = Path.of("../docs/roster.yaml");

        assertThat(io.yobidashi.localcloud.roster.Roster.read(example).people())
                .extracting(person -> person.id())
                .containsExactlyElementsOf(new RosterFile(example, SET)
                        .read().people().stream().map(Person::id).toList());
    }

    @Test
    void the_rosters_that_the_services_are_tested_and_shown_with_are_valid() throws IOException {
        for (String file : List.of(
                "../infra/local-cloud/src/main/resources/io/yobidashi/localcloud/roster/roster.yaml",
                "../call-service/src/test/resources/roster.yaml")) {
            assertThat(new RosterFile(Path.of(file), SET).read().people()).hasSize(3);
        }
    }

    private Roster read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("roster.yaml"), yaml, StandardCharsets.UTF_8);
        return new RosterFile(file, SET).read();
    }

    private static Terms terms(Roster roster, String person) {
        return roster.person(person).orElseThrow().terms();
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
