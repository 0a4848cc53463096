package io.yobidashi.call.slack;

import io.yobidashi.core.roster.Language;

/** The sentences about somebody who is not to be disturbed, in both languages. They mention nobody. */
record AbsencePhrases(Language language) {

    /** @param reason escaped; empty for none */
    String missed(String person, String reason, int presses) {
        return switch (language) {
            case JA -> "%sさんは取り込み中%sで、代わりに行ける人もいません（呼び出し %d 回）。".formatted(person, bracketed(reason), presses);
            case EN ->
                "%s is not to be disturbed%s, and nobody is free instead (%s)."
                        .formatted(person, bracketed(reason), presses == 1 ? "1 press" : presses + " presses");
        };
    }

    /**
     * @param until an instant as Slack shows it in each reader's own time
     * @param standIn who is asked instead; empty for nobody
     * @param reason empty for none
     */
    String begun(String person, String until, String standIn, String reason) {
        return switch (language) {
            case JA ->
                "%sさんは %s まで取り込み中です%s。%s"
                        .formatted(person, until, bracketed(reason), standIn.isEmpty() ? "" : "代理: " + standIn + "さん");
            case EN ->
                "%s is not to be disturbed until %s%s.%s"
                        .formatted(person, until, bracketed(reason), standIn.isEmpty() ? "" : " Stand-in: " + standIn);
        };
    }

    String ended(String person) {
        return switch (language) {
            case JA -> "%sさんは呼び出しを受けられるようになりました。".formatted(person);
            case EN -> "%s can be called again.".formatted(person);
        };
    }

    private String bracketed(String text) {
        return new Phrases(language).bracketed(text);
    }
}
