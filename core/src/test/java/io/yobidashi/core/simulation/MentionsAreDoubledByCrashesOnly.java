package io.yobidashi.core.simulation;

import io.yobidashi.core.simulation.Happening.Ended;
import io.yobidashi.core.simulation.Happening.Posted;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.telling.Notice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The same order to mention somebody is posted once. With a webhook it may be posted again where the poster never got to
 * note that Slack took it: it crashed just then, the answer was lost, or the shadows were away. Each such accident doubles
 * at most one message. A bot can look, and doubles none.
 */
final class MentionsAreDoubledByCrashesOnly implements Invariant {
    private final boolean webhook;
    private final List<Posted> mentions = new ArrayList<>();
    private final Set<Run> over = new HashSet<>();
    private int doubled;

    MentionsAreDoubledByCrashesOnly(boolean webhook) {
        this.webhook = webhook;
    }

    @Override
    public String promise() {
        return "only an accident doubles a mention";
    }

    @Override
    public void posted(Posted posted) {
        if (posted.notice().kind() != Notice.Kind.MENTION) {
            return;
        }
        for (Posted earlier : mentions) {
            if (isSame(earlier.notice(), posted.notice())) {
                doubled++;
                demand(webhook, "a bot mentions twice: " + posted);
                demand(over.contains(earlier.run()), "two post at a time: " + posted);
            }
        }
        mentions.removeIf(earlier -> isSame(earlier.notice(), posted.notice()));
        mentions.add(posted);
    }

    @Override
    public void ended(Ended ended) {
        over.add(ended.run());
    }

    int doubled() {
        return doubled;
    }

    private static boolean isSame(Notice one, Notice other) {
        return id(one).equals(id(other))
                && one.ledger().ordered() == other.ledger().ordered();
    }

    private static String id(Notice notice) {
        return notice.status().openCall().map(Call::id).orElseThrow();
    }
}
