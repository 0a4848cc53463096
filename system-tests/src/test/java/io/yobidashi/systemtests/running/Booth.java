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
        return press(button, "SINGLE");
    }

    public JsonNode press(String button, String click) {
        Http.Answer answer = Http.post(system.cloud("/buttons/" + button + "/press?click=" + click), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
    }

    /** Says something in the channel; returns what came back on every road. */
    public JsonNode say(String user, String text) {
        return inSlack("/slack/say?user=" + user + "&text=" + encoded(text));
    }

    public JsonNode reply(String user, String text, String thread) {
        return inSlack("/slack/say?user=" + user + "&text=" + encoded(text) + "&thread_ts=" + thread);
    }

    public JsonNode command(String user, String text) {
        return inSlack("/slack/command?user=" + user + "&text=" + encoded(text));
    }

    public JsonNode click(String user, String action, String message) {
        return inSlack("/slack/messages/" + message + "/click?user=" + user + "&action=" + action);
    }

    public JsonNode react(String user, String emoji, String message) {
        return inSlack("/slack/messages/" + message + "/react?user=" + user + "&name=" + encoded(emoji));
    }

    private JsonNode inSlack(String deed) {
        Http.Answer answer = Http.post(system.cloud(deed), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The messages that everybody sees, as they read by now, oldest first. */
    public List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        Http.get(system.cloud("/slack/messages")).json().forEach(messages::add);
        messages.removeIf(message -> message.has("to"));
        return messages;
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
