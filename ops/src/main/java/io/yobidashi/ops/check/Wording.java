package io.yobidashi.ops.check;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.LocalName;

/** Says things in the operator's language. */
record Wording(Language language) {
    String say(String ja, String en) {
        return language == Language.JA ? ja : en;
    }

    String name(LocalName name) {
        return language.of(name);
    }
}
