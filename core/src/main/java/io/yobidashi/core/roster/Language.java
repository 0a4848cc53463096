package io.yobidashi.core.roster;

/** The languages that are spoken in Slack. The board speaks both at once. */
public enum Language {
    JA,
    EN;

    public String of(LocalName name) {
        return this == JA ? name.ja() : name.en();
    }
}
