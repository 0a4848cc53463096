package io.yobidashi.call.slack;

import io.yobidashi.core.roster.LocalName;

/** The language of what is said in Slack. */
public enum Language {
    JA,
    EN;

    String of(LocalName name) {
        return this == JA ? name.ja() : name.en();
    }
}
