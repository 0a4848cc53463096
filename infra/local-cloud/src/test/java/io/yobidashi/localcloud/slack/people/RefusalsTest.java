package io.yobidashi.localcloud.slack.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.slack.SlackRig;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
    private final SlackRig rig = new SlackRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    /** {@code {ts}} is a message with the action {@code ack}, to which USATO has reacted with {@code eyes}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            404 | POST /slack/say?user=UNOBODY&text=ok
            404 | POST /slack/say?text=ok
            404 | POST /slack/say?user=UYOBIDASHI&text=ok
            400 | POST /slack/say?user=USATO&text=
            400 | POST /slack/say?user=USATO&text=%20
            404 | POST /slack/say?user=USATO&text=ok&channel=C0NONE
            404 | POST /slack/say?user=UGUEST&text=ok&channel=C0OTHER
            409 | POST /slack/say?user=USATO&text=ok&channel=C0OLD
            404 | POST /slack/command?user=UNOBODY&text=ok
            404 | POST /slack/messages/1.000001/click?action=ack&user=USATO
            404 | POST /slack/messages/{ts}/click?action=ack&user=UNOBODY
            404 | POST /slack/messages/{ts}/click?action=other&user=USATO
            404 | POST /slack/messages/{ts}/click?user=USATO
            404 | POST /slack/messages/{ts}/click?action=ack&user=USATO&block=other
            404 | POST /slack/messages/1.000001/react?user=USATO&name=eyes
            404 | POST /slack/messages/{ts}/react?user=UNOBODY&name=eyes
            409 | POST /slack/messages/{ts}/react?user=USATO&name=eyes
            400 | POST /slack/messages/{ts}/react?user=USATO&name=
            404 | DELETE /slack/messages/{ts}/react?user=USATO&name=tada
            400 | PUT /slack/channels/booth {}
            400 | PUT /slack/channels/C0OTHER {"archived":1}
            400 | PUT /slack/channels/C0OTHER {
            400 | PUT /slack/users/USATO {}
            400 | PUT /slack/users/USATO {
            404 | PUT /slack/users/UNOBODY {"deleted":true}
            """)
    void what_does_not_exist_or_make_sense_is_refused(int status, String request) {
        rig.send("PUT /slack/channels/C0OTHER {}");
        rig.send("PUT /slack/channels/C0OLD {\"archived\":true}");
        rig.browser.post("/slack/webhook", "application/json", """
                {"text":"call","blocks":[{"type":"actions","elements":[
                {"type":"button","action_id":"ack","text":{"type":"plain_text","text":"ok"}}]}]}""");
        String ts = rig.messages().get(0).path("ts").asText();
        rig.post("/slack/messages/" + ts + "/react?user=USATO&name=eyes");
        String before = rig.messages().toString();

        HttpResponse<String> answer = rig.send(request.replace("{ts}", ts));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(SlackRig.json(answer.body()).path("detail").asText()).isNotBlank();
        assertThat(rig.messages().toString()).isEqualTo(before);
        assertThat(rig.app.requests("/slack/interactions")).isEmpty();
    }

    @Test
    void channels_are_listed_and_a_person_in_one_may_speak_there() {
        rig.send("PUT /slack/channels/C0OTHER {}");

        assertThat(SlackRig.json(rig.send("GET /slack/channels").body())).isEqualTo(SlackRig.json("""
                [{"id":"C0BOOTH","name":"booth","archived":false},{"id":"C0OTHER","name":"c0other","archived":false}]"""));
        String ts = rig.post("/slack/say?user=USATO&text=there&channel=C0OTHER")
                .path("ts")
                .asText();
        rig.post("/slack/say?user=USUZUKI&text=here&thread_ts=" + ts);

        assertThat(rig.messages().findValuesAsText("channel")).containsExactly("C0OTHER", "C0OTHER");
    }
}
