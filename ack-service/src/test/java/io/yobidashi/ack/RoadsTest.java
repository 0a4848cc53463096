package io.yobidashi.ack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import io.yobidashi.localcloud.LocalCloud;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every road of answer: somebody does something in Slack, and the board shows it. */
@QuarkusTest
@QuarkusTestResource(Cloud.class)
class RoadsTest {
    private static final int DIGEST = 8;

    LocalCloud cloud;

    @Inject
    Booth booth;

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void open() {
        System.setProperty(TestSettings.SERVICE, service.toString());
        booth.open(cloud.endpoints().http());
    }

    @Test
    void a_message_that_is_seen_by_two_roads_is_one_answer() {
        booth.call("sato");
        int before = booth.row("sato").recent().digests().length();

        JsonPath said = booth.say("USATO", "ＯＫ　３分で行きます");

        assertThat(said.getList("deliveries.road")).containsExactlyInAnyOrder("outgoing", "events");
        assertThat(said.getList("deliveries.status")).containsOnly(200);
        booth.soon("sato", row -> assertThat(response(row).note()).isEqualTo("3分で行きます"));
        // Whatever comes after it on the same queue finds both copies done.
        booth.say("USATO", "ok 9 min");
        booth.soon("sato", row -> assertThat(response(row).note()).isEqualTo("9 min"));
        assertThat(booth.row("sato").recent().digests()).hasSize(before + 2 * DIGEST);
    }

    @Test
    void the_time_in_a_note_is_on_the_board() {
        booth.call("sato");
        String ts = booth.say("USATO", "５分で行きます").getString("ts");

        Instant said = Instant.ofEpochSecond(Long.parseLong(ts.split("\\.")[0]));
        booth.soon("sato", row -> assertThat(response(row).eta())
                .isBetween(
                        said.plus(Duration.ofMinutes(5)),
                        said.plus(Duration.ofMinutes(5)).plusSeconds(1)));
    }

    @Test
    void a_reply_in_a_thread_means_the_call_of_that_message() {
        booth.call("sato");
        String ts = booth.call("suzuki");

        booth.reply("UTANAKA", "ok 3 min", ts);

        booth.soon("suzuki", row -> assertThat(response(row).by()).isEqualTo("tanaka"));
        assertThat(booth.row("sato").state()).isEqualTo(State.CALLING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"white_check_mark", "+1", "thumbsup::skin-tone-3"})
    void an_emoji_on_a_calls_message_is_an_ok(String emoji) {
        booth.call("sato");
        String ts = booth.call("suzuki");

        JsonPath reacted = booth.react("USATO", emoji, ts);

        assertThat(reacted.getList("deliveries.status")).containsExactly(200);
        booth.soon("suzuki", row -> assertThat(response(row).by()).isEqualTo("sato"));
        assertThat(booth.row("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void an_emoji_after_an_ok_keeps_its_note_and_another_takes_it_back() {
        String ts = booth.call("sato");
        booth.say("USATO", "ok 3 min");
        booth.soon("sato", row -> assertThat(row.state()).isEqualTo(State.RUNNING));
        int before = booth.row("sato").recent().digests().length();

        booth.react("USATO", "+1", ts);
        booth.soon("sato", row -> assertThat(row.recent().digests()).hasSize(before + DIGEST));
        assertThat(response(booth.row("sato")).note()).isEqualTo("3 min");

        booth.react("USATO", "x", ts);
        booth.soon("sato", row -> assertThat(row.state()).isEqualTo(State.CALLING));
        assertThat(asked("sato")).containsExactly("sato", "suzuki");
    }

    @ParameterizedTest
    @CsvSource({"eyes,sato", "+1,other"})
    void other_emoji_and_other_messages_answer_nothing(String emoji, String message) {
        String called = booth.call("sato");
        String other = booth.say("UTANAKA", "who is free?").getString("ts");

        booth.react("USATO", emoji, message.equals("sato") ? called : other);

        booth.react("USATO", "x", called);
        booth.soon("sato", row -> assertThat(asked("sato")).containsExactly("sato", "suzuki"));
        assertThat(booth.row("sato").openCall().orElseThrow().progress().round())
                .isEqualTo(1);
    }

    @Test
    void a_click_means_its_call_whoever_clicks() {
        booth.call("sato");
        String ts = booth.call("suzuki");

        JsonPath clicked = booth.click("USATO", "ack", ts);

        assertThat(clicked.getList("deliveries.status")).containsExactly(200);
        booth.soon("suzuki", row -> assertThat(response(row).by()).isEqualTo("sato"));
        assertThat(booth.row("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void who_can_not_come_passes_the_visitor_on_by_every_road_until_nobody_is_left() {
        String ts = booth.call("sato");

        booth.click("USATO", "cannot", ts);
        booth.soon("sato", row -> assertThat(asked("sato")).containsExactly("sato", "suzuki"));
        booth.react("USUZUKI", "x", ts);
        booth.soon("sato", row -> assertThat(asked("sato")).containsExactly("sato", "suzuki", "tanaka"));
        booth.say("UTANAKA", "行けません。会議中です");
        booth.soon("sato", row -> assertThat(asked("sato")).containsExactly("sato", "suzuki", "tanaka", "*"));
        assertThat(booth.row("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void a_stand_in_who_is_away_is_passed_over() {
        booth.command("USUZUKI", "dnd 30m");
        booth.soon("suzuki", row -> assertThat(row.state()).isEqualTo(State.DND));
        booth.call("sato");

        booth.command("USATO", "no");

        booth.soon("sato", row -> assertThat(asked("sato")).containsExactly("sato", "tanaka"));
    }

    @Test
    void do_not_disturb_passes_the_visitor_on_and_begins_when_the_call_has_ended() {
        booth.call("sato");

        booth.command("USATO", "離席 30分 @tanaka 昼食");

        booth.soon("sato", row -> assertThat(asked("sato")).containsExactly("sato", "tanaka"));
        PersonStatus row = booth.row("sato");
        assertThat(row.state()).isEqualTo(State.CALLING);
        assertThat(row.dnd().standIn()).isEqualTo("tanaka");
        assertThat(row.dnd().reason()).isEqualTo("昼食");
    }

    @Test
    void with_nobody_on_purpose_as_stand_in_the_group_is_asked_at_once() {
        booth.call("sato");

        booth.command("USATO", "dnd 30m nobody");

        booth.soon("sato", row -> assertThat(asked("sato")).containsExactly("sato", "*"));
    }

    @Test
    void do_not_disturb_ends_by_command() {
        booth.command("UTANAKA", "dnd until 23:59");
        booth.soon("tanaka", row -> assertThat(row.state()).isEqualTo(State.DND));

        booth.command("UTANAKA", "戻りました");
        booth.soon("tanaka", row -> assertThat(row.state()).isEqualTo(State.IDLE));
    }

    private List<String> asked(String person) {
        return booth.row(person)
                .openCall()
                .map(Call::asked)
                .map(asked -> asked.people())
                .orElse(List.of());
    }

    /** What was said by whoever comes; the row is not running until somebody does. */
    private static Response response(PersonStatus row) {
        assertThat(row.state()).isEqualTo(State.RUNNING);
        return row.openCall().map(Call::response).orElseThrow();
    }
}
