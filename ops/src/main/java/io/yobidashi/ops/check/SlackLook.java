package io.yobidashi.ops.check;

import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.ops.said.Wording;
import java.util.List;
import java.util.Optional;

/** Slack: the channel, and everybody who is mentioned there. */
interface SlackLook {
    Looked look(Roster roster);

    static SlackLook of(Settings settings, Wording wording) {
        Optional<String> token = settings.text("YOBIDASHI_SLACK_BOT_TOKEN");
        if (token.isPresent()) {
            return new BotLook(
                    new SlackQuestions(settings.slackApi(), token.get()),
                    settings.text("YOBIDASHI_SLACK_CHANNEL"),
                    wording);
        }
        Finding finding = settings.httpAddress("YOBIDASHI_SLACK_WEBHOOK_URL")
                .map(hidden -> Finding.warning(wording.say(
                        "Slack: 受信Webhookでは、メッセージを送らずに宛先を確かめることができません",
                        "Slack: by an incoming webhook nothing can be looked at without a message")))
                .orElseGet(() -> Finding.bad(wording.say(
                        "Slack: YOBIDASHI_SLACK_BOT_TOKENかYOBIDASHI_SLACK_WEBHOOK_URLが必要です",
                        "Slack: set YOBIDASHI_SLACK_BOT_TOKEN or YOBIDASHI_SLACK_WEBHOOK_URL")));
        return roster -> Looked.harmless(List.of(finding));
    }
}
