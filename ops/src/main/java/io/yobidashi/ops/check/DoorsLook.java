package io.yobidashi.ops.check;

import io.yobidashi.core.settings.Settings;
import io.yobidashi.ops.said.Wording;
import java.util.ArrayList;
import java.util.List;

/** The doors by which presses and answers come in: which of them have a secret. The secrets are not shown. */
final class DoorsLook {
    private static final String BEAM = "YOBIDASHI_BEAM_SECRET";
    private static final String TOKEN = "YOBIDASHI_PRESS_TOKEN";
    private static final String SIGNING = "YOBIDASHI_SLACK_SIGNING_SECRET";
    private static final String OUTGOING = "YOBIDASHI_SLACK_OUTGOING_TOKEN";
    private static final String INSECURE = "YOBIDASHI_INSECURE";

    private final Settings settings;
    private final Wording wording;

    DoorsLook(Settings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    /** Whether senders without a SIM may press over HTTP. */
    boolean takesTokens() {
        return isSet(TOKEN) || settings.flag(INSECURE);
    }

    Looked look() {
        List<Finding> findings = new ArrayList<>();
        if (settings.flag(INSECURE)) {
            findings.add(Finding.warning(wording.say(
                    INSECURE + "=true: 誰でもボタンを押し、返事をすることができます", INSECURE + "=true: anybody may press and answer")));
        }
        findings.add(door(
                wording.say("ボタンの入口", "Presses"),
                List.of(
                        new Lock(BEAM, wording.say("Beamの署名", "Beam signature")),
                        new Lock(TOKEN, wording.say("トークン", "bearer token")))));
        findings.add(door(
                wording.say("返事の入口", "Answers"),
                List.of(
                        new Lock(
                                SIGNING,
                                wording.say(
                                        "Slackアプリの署名（ボタン、コマンド、メッセージ、絵文字）",
                                        "signed by the Slack app (buttons, commands, messages, emoji)")),
                        new Lock(OUTGOING, wording.say("送信Webhookのトークン", "token of the outgoing webhook")))));
        return Looked.harmless(findings);
    }

    private Finding door(String name, List<Lock> locks) {
        List<String> open = locks.stream()
                .filter(lock -> isSet(lock.setting()))
                .map(Lock::words)
                .toList();
        if (!open.isEmpty()) {
            return Finding.good(name + ": " + String.join(wording.say("、", ", "), open));
        }
        List<String> needed = locks.stream().map(Lock::setting).toList();
        String missing = String.join(wording.say("か", " or "), needed);
        return settings.flag(INSECURE)
                ? Finding.warning(name + wording.say(": 秘密なしで開いています", ": open without any secret"))
                : Finding.bad(name + wording.say(": " + missing + "が必要です", ": set " + missing));
    }

    private boolean isSet(String name) {
        return settings.text(name).isPresent();
    }

    /** @param words what the secret opens the door for */
    private record Lock(String setting, String words) {}
}
