package io.yobidashi.localcloud.slack.chat;

/** Who is who in the fake Slack, apart from people. */
public final class Workspace {
    public static final String TEAM = "T0001";
    public static final String DOMAIN = "yobidashi";
    public static final String APP = "AYOBIDASHI";
    /** The author of what the app posts, as the doors for people name it. */
    public static final String BOT = "BYOBIDASHI";
    /** The same as a user, as the Web API and events name it beside the bot. */
    public static final String BOT_USER = "UYOBIDASHI";

    public static final String COMMAND = "/yobidashi";
    /** The old way to know Slack by; a receiver checks the signature instead. */
    public static final String VERIFICATION_TOKEN = "local-verification-token";

    private Workspace() {}

    /** The user id that Slack gives for an author of ours. */
    public static String userOf(String author) {
        return author.equals(BOT) ? BOT_USER : author;
    }
}
