package io.yobidashi.localcloud.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.roster.Roster;
import io.yobidashi.localcloud.roster.Roster.Person;
import io.yobidashi.localcloud.slack.OutgoingWebhook.Delivery;
import io.yobidashi.localcloud.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The doors of the fake Slack: {@code POST /slack/webhook} for services, {@code GET /slack/messages} and
 * {@code POST /slack/say} for people and tests. Messages of bots are never delivered.
 */
public final class SlackDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern LONE_OPENING = Pattern.compile("<(?!(?:@[UW][A-Z0-9]+|!here|!channel)>)");
    private static final Pattern LONE_CLOSING = Pattern.compile("(?<!<@[UW][A-Z0-9]{1,30}|<!here|<!channel)>");

    private final Roster roster;
    private final Conversation conversation;
    private final OutgoingWebhook outgoing;

    public SlackDoor(Roster roster, Conversation conversation, OutgoingWebhook outgoing) {
        this.roster = roster;
        this.conversation = conversation;
        this.outgoing = outgoing;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/slack/webhook", this::takeIn);
        routes.get("/slack/messages", http -> reply(http, conversation.messages()));
        routes.post("/slack/say", this::say);
    }

    private void takeIn(Context http) {
        IncomingWebhook.Reading reading = IncomingWebhook.read(payload(http));
        if (reading instanceof IncomingWebhook.Refused refused) {
            http.status(refused.status()).result(refused.body());
        } else if (reading instanceof IncomingWebhook.Accepted accepted) {
            conversation.post(accepted.draft());
            http.result("ok");
        }
    }

    private static String payload(Context http) {
        boolean form = Objects.requireNonNullElse(http.contentType(), "").startsWith(FORM);
        return form ? Objects.requireNonNullElse(http.formParam("payload"), "") : http.body();
    }

    private void say(Context http) {
        String user = Objects.requireNonNullElse(http.queryParam("user"), "");
        String text = Objects.requireNonNullElse(http.queryParam("text"), "");
        Person author = roster.personWithSlackUser(user)
                .orElseThrow(() -> new Problem(404, "Nobody on the roster has the Slack user '" + user + "'."));
        if (text.isBlank()) {
            throw new Problem(400, "There is no text to say.");
        }
        SlackMessage said = conversation.post(new Draft(user, escape(text), null, http.queryParam("thread_ts")));
        Delivery delivery = outgoing.deliver(said, author);
        delivery.reply().ifPresent(answer -> conversation.post(new Draft(IncomingWebhook.BOT, answer, null, null)));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ts", said.ts());
        result.put("deliveries", List.of(delivery));
        reply(http, result);
    }

    /** Slack escapes what a person types, mentions excepted. */
    private static String escape(String typed) {
        String noAmpersand = typed.replace("&", "&amp;");
        String noClosing = LONE_CLOSING.matcher(noAmpersand).replaceAll("&gt;");
        return LONE_OPENING.matcher(noClosing).replaceAll("&lt;");
    }

    private static void reply(Context http, Object body) {
        http.contentType("application/json").result(JSON.valueToTree(body).toString());
    }
}
