package io.yobidashi.localcloud.slack.content;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack keeps {@code & < >} as entities unless they belong to a mention or a link (page_formatting of Slack's API docs;
 * what it does to text that an app forgot to escape is unverified).
 */
public final class Markup {
    private static final String LABEL = "(?:\\|[^<>]*)?";
    private static final String MENTION =
            "@[UW][A-Z0-9]+|#[CG][A-Z0-9]+|!(?:here|channel|everyone|subteam\\^S[A-Z0-9]+)";
    private static final String LINK = "(?:https?://|mailto:|tel:|!date\\^)[^<>|]+";
    private static final Pattern TYPED = Pattern.compile("<(?:" + MENTION + ")" + LABEL + ">");
    private static final Pattern POSTED = Pattern.compile("<(?:" + MENTION + "|" + LINK + ")" + LABEL + ">");
    private static final Pattern LONE_AMPERSAND = Pattern.compile("&(?!(?:amp|lt|gt);)");

    private Markup() {}

    /** What a person typed; mentions, which a person picks from a list, are kept. */
    public static String typed(String text) {
        return outside(TYPED, text, part -> part.replace("&", "&amp;"));
    }

    /** What an app posted; entities, mentions and links are kept. */
    static String posted(String text) {
        return outside(POSTED, text, part -> LONE_AMPERSAND.matcher(part).replaceAll("&amp;"));
    }

    private static String outside(Pattern kept, String text, UnaryOperator<String> ampersands) {
        StringBuilder result = new StringBuilder();
        Matcher token = kept.matcher(text);
        int from = 0;
        while (token.find()) {
            result.append(brackets(ampersands.apply(text.substring(from, token.start()))));
            result.append(token.group());
            from = token.end();
        }
        return result.append(brackets(ampersands.apply(text.substring(from)))).toString();
    }

    private static String brackets(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }
}
