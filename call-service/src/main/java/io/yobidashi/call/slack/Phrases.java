package io.yobidashi.call.slack;

import io.yobidashi.core.roster.Language;

/** The sentences, in both languages. What goes into them is escaped already. */
record Phrases(Language language) {

    /**
     * What a call is about.
     *
     * @param place where the visitor is
     * @param person whose visitor it is
     * @param presses how often the button was pressed
     */
    record Scene(String place, String person, int presses) {}

    String asked(Scene scene) {
        return switch (language) {
            case JA -> "%s でお客様がお呼びです%s。%s".formatted(scene.place(), times(scene), hint());
            case EN -> "A visitor is calling you at %s%s: %s".formatted(scene.place(), times(scene), hint());
        };
    }

    String reminded(Scene scene) {
        return switch (language) {
            case JA -> "%s でお客様がまだお待ちです%s。%s".formatted(scene.place(), times(scene), hint());
            case EN -> "The visitor at %s is still waiting%s: %s".formatted(scene.place(), times(scene), hint());
        };
    }

    String askedInstead(Scene scene) {
        return switch (language) {
            case JA ->
                "%sさんの代わりに %s へお願いします。お客様がお待ちです%s。%s".formatted(scene.person(), scene.place(), times(scene), hint());
            case EN ->
                "Please go to %s for %s, a visitor is waiting%s: %s"
                        .formatted(scene.place(), scene.person(), times(scene), hint());
        };
    }

    String groupAsked(Scene scene) {
        return switch (language) {
            case JA -> "%s でお客様が%sさんをお待ちです%s。行ける方は%s".formatted(scene.place(), scene.person(), times(scene), hint());
            case EN ->
                "A visitor at %s is waiting for %s%s. Whoever can go: %s"
                        .formatted(scene.place(), scene.person(), times(scene), hint());
        };
    }

    String nobodyFree(Scene scene) {
        return switch (language) {
            case JA -> "%s でお客様が%sさんをお待ちですが%s、行ける人がいません。".formatted(scene.place(), scene.person(), times(scene));
            case EN ->
                "A visitor at %s is waiting for %s%s, and nobody is free."
                        .formatted(scene.place(), scene.person(), times(scene));
        };
    }

    String missed(String person, String reason, int presses) {
        return switch (language) {
            case JA ->
                "%sさんは取り込み中%sで、代わりに行ける人もいません（呼び出し %d 回）。"
                        .formatted(person, reason.isEmpty() ? "" : "（" + reason + "）", presses);
            case EN ->
                "%s is not to be disturbed%s, and nobody is free instead (%s)."
                        .formatted(
                                person,
                                reason.isEmpty() ? "" : " (" + reason + ")",
                                presses == 1 ? "1 press" : presses + " presses");
        };
    }

    String test(Scene scene) {
        return switch (language) {
            case JA -> "テスト: %s のボタンは届いています（担当: %sさん）。".formatted(scene.place(), scene.person());
            case EN -> "Test: the button at %s works (it calls %s).".formatted(scene.place(), scene.person());
        };
    }

    private String times(Scene scene) {
        if (scene.presses() == 1) {
            return "";
        }
        return language == Language.JA ? "（×" + scene.presses() + "）" : " (×" + scene.presses() + ")";
    }

    private String hint() {
        return language == Language.JA ? "「ok 3 min」と返信してください。" : "reply \"ok 3 min\".";
    }
}
