package io.yobidashi.systemtests.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What people do: press a virtual button, read the Slack channel, answer in it. */
public final class Booth {
    private final RunningSystem system;

    public Booth(RunningSystem system) {
        this.system = system;
    }

    /** Presses once; the press must be accepted. */
    public JsonNode press(String button) {
        Http.Answer answer = Http.post(system.cloud("/buttons/" + button + "/press?click=SINGLE"), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
    }

    /** Says something in the channel; returns what came back on every road. */
    public JsonNode say(String user, String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        Http.Answer answer = Http.post(system.cloud("/slack/say?user=" + user + "&text=" + encoded), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The texts in the channel, oldest first. */
    public List<String> channel() {
        List<String> texts = new ArrayList<>();
        Http.get(system.cloud("/slack/messages"))
                .json()
                .forEach(message -> texts.add(message.path("text").asText()));
        return texts;
    }

    public long mentions(String user) {
        return channel().stream()
                .filter(text -> text.contains("<@" + user + ">"))
                .count();
    }
}
