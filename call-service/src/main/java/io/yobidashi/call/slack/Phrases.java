package io.yobidashi.call.slack;

import io.yobidashi.core.roster.Language;
import java.util.List;

/** The sentences of a call, in both languages. What goes into them is escaped already. */
record Phrases(Language language) {

    /**
     * What a call is about.
     *
     * @param place where the visitor is
     * @param person whose visitor it is
     * @param presses how often the button was pressed
     * @param waiting other places where visitors of the same person wait
     */
    record Scene(String place, String person, int presses, List<String> waiting) {}

    String asked(Scene scene) {
        return switch (language) {
            case JA -> "%s でお客様がお呼びです%s。%s".formatted(scene.place(), more(scene), hint());
            case EN -> "A visitor is calling you at %s%s: %s".formatted(scene.place(), more(scene), hint());
        };
    }

    String reminded(Scene scene) {
        return switch (language) {
            case JA -> "%s でお客様がまだお待ちです%s。%s".formatted(scene.place(), more(scene), hint());
            case EN -> "The visitor at %s is still waiting%s: %s".formatted(scene.place(), more(scene), hint());
        };
    }

    String askedInstead(Scene scene) {
        return switch (language) {
            case JA ->
                "%sさんの代わりに %s へお願いします。お客様がお待ちです%s。%s".formatted(scene.person(), scene.place(), more(scene), hint());
            case EN ->
                "Please go to %s for %s, a visitor is waiting%s: %s"
                        .formatted(scene.place(), scene.person(), more(scene), hint());
        };
    }

    String groupAsked(Scene scene) {
        return switch (language) {
            case JA -> "%s でお客様が%sさんをお待ちです%s。行ける方は%s".formatted(scene.place(), scene.person(), more(scene), hint());
            case EN ->
                "A visitor at %s is waiting for %s%s. Whoever can go: %s"
                        .formatted(scene.place(), scene.person(), more(scene), hint());
        };
    }

    String nobodyFree(Scene scene) {
        return switch (language) {
            case JA -> "%s でお客様が%sさんをお待ちですが%s、行ける人がいません。".formatted(scene.place(), scene.person(), more(scene));
            case EN ->
                "A visitor at %s is waiting for %s%s, and nobody is free."
                        .formatted(scene.place(), scene.person(), more(scene));
        };
    }

    String waiting(Scene scene) {
        String places = String.join(language == Language.JA ? "、" : ", ", scene.waiting());
        return switch (language) {
            case JA -> "%s でも%sさんのお客様がお待ちです。".formatted(places, scene.person());
            case EN -> "Visitors of %s are waiting at %s too.".formatted(scene.person(), places);
        };
    }

    /** @param note what that person wrote; empty for nothing */
    String onTheWay(Scene scene, String by, String note) {
        return switch (language) {
            case JA -> "%s: %sさんが向かっています%s。".formatted(scene.place(), by, bracketed(note));
            case EN -> "%s: %s is on the way%s.".formatted(scene.place(), by, bracketed(note));
        };
    }

    /** @param note as for {@link #onTheWay} */
    String answered(Scene scene, String by, String note) {
        return switch (language) {
            case JA -> "%s: %sさんが対応しました%s。".formatted(scene.place(), by, bracketed(note));
            case EN -> "%s: answered by %s%s.".formatted(scene.place(), by, bracketed(note));
        };
    }

    String unanswered(Scene scene) {
        return switch (language) {
            case JA -> "%s: 応答がないまま終了しました（担当: %sさん）。".formatted(scene.place(), scene.person());
            case EN -> "%s: nobody answered the call for %s.".formatted(scene.place(), scene.person());
        };
    }

    String nobodyCame(Scene scene) {
        return switch (language) {
            case JA -> "%s: 行ける人がいないまま終了しました（担当: %sさん）。".formatted(scene.place(), scene.person());
            case EN -> "%s: nobody was free for the visitor of %s.".formatted(scene.place(), scene.person());
        };
    }

    String test(Scene scene) {
        return switch (language) {
            case JA -> "テスト: %s のボタンは届いています（担当: %sさん）。".formatted(scene.place(), scene.person());
            case EN -> "Test: the button at %s works (it calls %s).".formatted(scene.place(), scene.person());
        };
    }

    /** In brackets of the language, after a space where it has any; nothing for nothing. */
    String bracketed(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return language == Language.JA ? "（" + text + "）" : " (" + text + ")";
    }

    private String more(Scene scene) {
        String others = String.join(language == Language.JA ? "、" : ", ", scene.waiting());
        String also = language == Language.JA ? "ほかに " + others : "also " + others;
        return bracketed(scene.presses() == 1 ? "" : "×" + scene.presses()) + bracketed(others.isEmpty() ? "" : also);
    }

    private String hint() {
        return language == Language.JA ? "「ok 3 min」と返信してください。" : "reply \"ok 3 min\".";
    }
}
