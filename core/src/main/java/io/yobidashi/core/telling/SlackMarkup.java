package io.yobidashi.core.telling;

/** Slack's way of writing (Slack's page on formatting messages). */
public final class SlackMarkup {
    private SlackMarkup() {}

    /** Free text: the three characters that Slack wants escaped, and no others, so that a name or a note mentions nobody. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The text that a person wrote, as Slack delivers it. The ampersand last, so that {@code &amp;lt;} gives {@code &lt;}. */
    public static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    public static String mention(String memberId) {
        return "<@" + escaped(memberId) + ">";
    }
}
