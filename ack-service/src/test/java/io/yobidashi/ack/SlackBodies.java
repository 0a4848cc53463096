package io.yobidashi.ack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Right bodies of every kind that Slack sends. */
public final class SlackBodies {
    public static final String CLICK = """
            {"type":"block_actions","user":{"id":"USATO","name":"sato"},"container":{"type":"message",\
            "message_ts":"1763928000.000100","channel_id":"C0BOOTH"},"actions":[{"action_id":"ack","value":"01CALL",\
            "type":"button","action_ts":"1763928001.000200"}]}""";

    private static final String EVENT = """
            {"type":"event_callback","event_id":"Ev1","event":%s,\
            "authorizations":[{"user_id":"UYOBIDASHI","is_bot":true}]}""";

    private SlackBodies() {}

    public static List<String> forms() {
        return List.of(
                outgoing(),
                "trigger_id=1.2&user_id=USATO&text=ok+3+min",
                "trigger_id=1.3&user_id=USUZUKI&text=" + encoded("dnd until 15:00 <@USATO|sato> 会議"),
                "trigger_id=1.4&user_id=UNOBODY&text=who&ssl_check=0",
                form("payload", CLICK));
    }

    public static String outgoing() {
        return "token=local-outgoing-token&channel_id=C0BOOTH&timestamp=1763928000.000100&user_id=USATO&text="
                + encoded("行きます 3分");
    }

    public static List<String> events() {
        return List.of(
                "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"abc\"}",
                EVENT.formatted("""
                        {"type":"message","channel":"C0BOOTH","user":"USATO","text":"ok 3 min","ts":"1763928000.000100",\
                        "thread_ts":"1763927999.000100","parent_user_id":"UYOBIDASHI"}"""),
                EVENT.formatted("""
                        {"type":"reaction_added","user":"USATO","reaction":"+1","item_user":"UYOBIDASHI",\
                        "item":{"type":"message","channel":"C0BOOTH","ts":"1763928000.000100"},\
                        "event_ts":"1763928001.000100"}"""));
    }

    public static String form(String name, String value) {
        return name + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
