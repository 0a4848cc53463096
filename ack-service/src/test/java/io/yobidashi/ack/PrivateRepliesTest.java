package io.yobidashi.ack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import io.yobidashi.localcloud.LocalCloud;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told in return, each alone. */
@QuarkusTest
@QuarkusTestResource(Cloud.class)
class PrivateRepliesTest {
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    help               | How to use it:
                    hello              | Sorry, that was not understood.
                    dnd 30m @nemo      | Sorry, that stand-in is not on the roster, or is yourself. Nothing was changed.
                    dnd 30m @sato      | Sorry, that stand-in is not on the roster, or is yourself. Nothing was changed.
                    status             | Sato: ready to be called
                    who                | Sato: ready to be called
                    ok 3 min           | Taken (3 min).
                    no                 | Taken.
                    dnd off            | You can be called again.
                    """)
    void a_command_is_answered_at_once(String text, String first) {
        JsonPath told = booth.command("USATO", text);

        assertThat(told.getInt("deliveries[0].status")).isEqualTo(200);
        JsonPath answer = JsonPath.from(told.getString("deliveries[0].body"));
        assertThat(answer.getString("response_type")).isEqualTo("ephemeral");
        assertThat(answer.getString("text").lines()).first().isEqualTo(first);
    }

    @Test
    void do_not_disturb_is_confirmed_with_its_end_its_reason_and_who_stands_in() {
        assertThat(text(booth.command("USATO", "dnd 30m <@UTANAKA> lunch & more")))
                .matches("You are not called until .*\\d\\d:\\d\\d \\(lunch &amp; more\\)\\. Tanaka stands in\\.");
        booth.soon("sato", row -> assertThat(row.state()).isEqualTo(State.DND));
        assertThat(text(booth.command("UTANAKA", "who")).lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Sato: do not disturb until ")
                .endsWith("(lunch &amp; more), Tanaka stands in");
    }

    @Test
    void what_is_certain_is_said_at_once_and_not_again() {
        booth.call("sato");
        int known = booth.toldTo("USATO").size();

        assertThat(text(booth.command("USATO", "ok 3 min"))).isEqualTo("Sato is on the way (3 min).");
        booth.soon("sato", row -> assertThat(row.state()).isEqualTo(State.RUNNING));
        // The next thing that is told apart from it is the answer to the next command.
        booth.command("USATO", "help");
        assertThat(booth.toldTo("USATO")).hasSize(known + 2);
    }

    @Test
    void who_comes_second_is_told_that_another_is_on_the_way() {
        String ts = booth.call("sato");
        booth.click("USUZUKI", "ack", ts);
        booth.soon("sato", row -> assertThat(row.state()).isEqualTo(State.RUNNING));
        int known = booth.toldTo("USATO").size();

        booth.click("USATO", "ack", ts);
        assertThat(booth.nextToldTo("USATO", known)).containsEntry("text", "Suzuki is on the way already.");
        booth.react("USATO", "+1", ts);
        assertThat(booth.nextToldTo("USATO", known + 1)).containsEntry("text", "Suzuki is on the way already.");
        booth.reply("USATO", "ok", ts);
        assertThat(booth.nextToldTo("USATO", known + 2))
                .containsEntry("text", "Suzuki is on the way already.")
                .containsEntry("thread_ts", ts);
    }

    @Test
    void who_answers_no_open_call_gets_a_kind_word() {
        String ts = booth.call("sato");
        booth.write("sato", row -> PersonStatus.unknown("sato"));
        int known = booth.toldTo("USATO").size();

        booth.click("USATO", "ack", ts);
        assertThat(booth.nextToldTo("USATO", known)).containsEntry("text", NO_OPEN_CALL);
        booth.command("USATO", "ok");
        assertThat(booth.nextToldTo("USATO", known + 1, 2))
                .extracting(told -> told.get("text"))
                .containsExactlyInAnyOrder("Taken.", NO_OPEN_CALL);
        booth.react("USATO", "+1", ts);
        assertThat(booth.nextToldTo("USATO", known + 3)).containsEntry("text", NO_OPEN_CALL);
    }

    private static final String NO_OPEN_CALL = "No call is waiting for this answer. Thank you all the same.";

    @Test
    void strangers_get_a_kind_word_by_every_road() {
        String ts = booth.call("sato");
        int known = booth.toldTo("UGUEST").size();

        assertThat(text(booth.command("UGUEST", "ok"))).contains("not on the roster");
        booth.nextToldTo("UGUEST", known);
        booth.click("UGUEST", "ack", ts);
        assertThat((String) booth.nextToldTo("UGUEST", known + 1).get("text")).contains("not on the roster");
        booth.react("UGUEST", "+1", ts);
        assertThat((String) booth.nextToldTo("UGUEST", known + 2).get("text")).contains("not on the roster");
        JsonPath said = booth.say("UGUEST", "ok");
        assertThat(said.getString("deliveries.find { it.road == 'outgoing' }.body"))
                .contains("not on the roster");
        assertThat((String) booth.nextToldTo("UGUEST", known + 3).get("text")).contains("not on the roster");
        assertThat(booth.row("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void between_several_calls_each_can_be_chosen() {
        booth.call("sato");
        booth.call("suzuki");
        int known = booth.toldTo("UTANAKA").size();

        booth.command("UTANAKA", "ok");
        List<Map<String, Object>> told = booth.nextToldTo("UTANAKA", known, 2);
        String question = "Several calls are open. Which one do you mean?\n• Sato (Reception)\n• Suzuki (Exhibits)";
        assertThat(told).extracting(each -> each.get("text")).containsExactlyInAnyOrder("Taken.", question);

        Map<String, Object> choice = told.stream()
                .filter(each -> question.equals(each.get("text")))
                .findAny()
                .orElseThrow();
        booth.choose("UTANAKA", blocks(choice).get(2), (String) choice.get("ts"));
        booth.soon("suzuki", row -> assertThat(row.state()).isEqualTo(State.RUNNING));
        assertThat(booth.row("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void who_takes_anothers_call_by_command_is_told_which() {
        booth.call("suzuki");
        int known = booth.toldTo("USATO").size();

        booth.command("USATO", "ok");

        assertThat(booth.nextToldTo("USATO", known, 2))
                .extracting(told -> told.get("text"))
                .containsExactlyInAnyOrder("Taken.", "You are taking the call for Suzuki (Exhibits).");
        Response response = booth.row("suzuki").openCall().orElseThrow().response();
        assertThat(response.by()).isEqualTo("sato");
    }

    private static List<String> blocks(Map<String, Object> message) {
        return ((List<?>) message.get("blocks"))
                .stream()
                        .map(block -> (String) ((Map<?, ?>) block).get("block_id"))
                        .toList();
    }

    private static String text(JsonPath told) {
        return JsonPath.from(told.getString("deliveries[0].body")).getString("text");
    }
}
