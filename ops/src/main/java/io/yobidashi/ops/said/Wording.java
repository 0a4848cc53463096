package io.yobidashi.ops.said;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.LocalName;

/** Says things in the operator's language. */
public record Wording(Language language) {
    public String say(String ja, String en) {
        return language == Language.JA ? ja : en;
    }

    public String name(LocalName name) {
        return language.of(name);
    }
}
