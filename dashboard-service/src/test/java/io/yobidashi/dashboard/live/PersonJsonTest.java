package io.yobidashi.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.yobidashi.core.hours.Span;
import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Policy;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.testing.SampleRoster;
import io.yobidashi.dashboard.Statuses;
import io.yobidashi.dashboard.board.Row;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonJsonTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Instant NOW = Statuses.PRESSED.plusSeconds(1);

    private final PersonJson json = new PersonJson(SampleRoster.three());

    @ParameterizedTest
    @ValueSource(strings = {"calling", "running", "dnd", "idle"})
    void aRowReadsAsTheGoldenFileSays(String kind) throws IOException {
        assertThat(MAPPER.readTree(json.of(row(kind), NOW).toString())).isEqualTo(golden(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"calling", "running", "dnd"})
    void everyRowHasTheKeysOfAnIdleOneInTheSameOrder(String kind) throws IOException {
        assertThat(keys(json.of(row(kind), NOW))).isEqualTo(keys(golden("idle")));
    }

    @Test
    void aDoNotDisturbThatIsOverReadsAsIdle() {
        JsonNode over = json.of(row("dnd"), Statuses.PRESSED.plusSeconds(3600));

        assertThat(over.path("state").asText()).isEqualTo("idle");
        assertThat(over.path("dnd").isNull()).isTrue();
        assertThat(over.path("until").isNull()).isTrue();
    }

    @Test
    void outsideWorkingHoursSomebodyIsOnDoNotDisturbUntilTheyBegin() {
        DayOfWeek today = NOW.atZone(ZoneOffset.UTC).getDayOfWeek();
        LocalTime later = NOW.plusSeconds(60).atZone(ZoneOffset.UTC).toLocalTime();
        WorkingHours hours =
                new WorkingHours(ZoneOffset.UTC, Map.of(today, List.of(new Span(later, later.plusSeconds(1)))));
        Person sato = new Person("sato", new LocalName("佐藤", "Sato"), "USATO", null, new Terms(Policy.DEFAULT, hours));
        PersonJson roster = new PersonJson(new Roster("C0", "<!here>", List.of(sato), List.of()));

        JsonNode idle = roster.of(Row.unwritten("sato"), NOW);
        assertThat(idle.path("state").asText()).isEqualTo("dnd");
        assertThat(idle.path("until").asLong()).isEqualTo(NOW.plusSeconds(60).toEpochMilli());
        assertThat(idle.path("dnd").path("reason").asText()).isEqualTo("勤務時間外 / off hours");

        JsonNode calling = roster.of(new Row(Statuses.calling("sato"), 17), NOW);
        assertThat(calling.path("state").asText()).isEqualTo("calling");
        assertThat(calling.path("dnd").path("until").asLong())
                .isEqualTo(NOW.plusSeconds(60).toEpochMilli());
    }

    @Test
    void aRefusalOfSlackIsShownByItsWordWhileNobodyIsTold() {
        PersonStatus calling = Statuses.calling("sato");
        Call refused = calling.call().with(calling.call().told().troubledBy("is_archived"));
        Call told = refused.with(refused.ledger().paid(1, "claim"));

        assertThat(json.of(new Row(calling.with(refused), 1), NOW)
                        .path("trouble")
                        .asText())
                .isEqualTo("is_archived");
        assertThat(json.of(new Row(calling.with(told), 2), NOW).path("trouble").isNull())
                .isTrue();
    }

    @Test
    void aButtonThatTheRosterDoesNotKnowHasNoPlace() {
        PersonStatus status = Statuses.calling("sato");
        JsonNode elsewhere = new PersonJson(
                        new Roster("C0", "<!here>", SampleRoster.three().people(), List.of()))
                .of(new Row(status, 1), NOW);

        assertThat(elsewhere.path("button").asText()).isEqualTo(SampleRoster.SATO_BUTTON);
        assertThat(elsewhere.path("place").isNull()).isTrue();
    }

    private static Row row(String kind) {
        return switch (kind) {
            case "calling" -> new Row(Statuses.calling("sato"), 17);
            case "running" -> new Row(Statuses.running("sato"), 18);
            case "dnd" -> new Row(Statuses.disturbedNot("sato"), 19);
            default -> Row.unwritten("sato");
        };
    }

    private static JsonNode golden(String kind) throws IOException {
        try (InputStream file = PersonJsonTest.class.getResourceAsStream("/people/" + kind + ".json")) {
            return MAPPER.readTree(file);
        }
    }

    private static List<String> keys(JsonNode json) {
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
