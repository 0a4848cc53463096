package io.yobidashi.localcloud.slack.chat;

import java.util.regex.Pattern;

/** The name of an emoji, without colons. Slack also asks whether there is one of that name; here all names are good. */
public final class Emoji {
    private static final Pattern NAME =
            Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Mn}\\p{N}_+'ー-]{1,100}(::skin-tone-[2-6])?");

    private Emoji() {}

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
