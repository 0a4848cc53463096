package io.yobidashi.call.slack;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Roster;

/** How things are said by one roster and in one language. */
public final class Wording {
    private final Roster roster;
    private final Language language;

    public Wording(Roster roster, Language language) {
        this.roster = roster;
        this.language = language;
    }

    SlackTexts texts() {
        return new SlackTexts(roster, language);
    }

    CallBlocks blocks() {
        return new CallBlocks(new Names(roster, language));
    }

    String channel() {
        return roster.channel();
    }
}
