package io.yobidashi.core.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bodies that resemble right ones, as strangers and faults send them. The same chance gives the same body. */
public final class Mutants {
    /** Texts, numbers and words of JSON, YAML and forms: the places where a value may stand. */
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[\\w.+-]++");

    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_RUN = 30_000;
    private static final int MOST_BYTES = 70_000;
    private static final int ONE_IN = 12;

    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "\"\"",
            "{}",
            "[]",
            "[[",
            "{\"a\":",
            "\"",
            "'",
            "\\",
            "\\u0000",
            "\"\\ud800\"",
            "\\uDFFF",
            "-1",
            "0",
            "1e999",
            "-1e-999",
            "9223372036854775808",
            "-9223372036854775809",
            "1".repeat(1_200),
            "0.1e9999999",
            "NaN",
            "\"NaN\"",
            "\u0000",
            "\u0001",
            "\u001b[2J",
            "\r\n",
            "\n",
            "\t",
            "\u2028",
            "\u202e",
            "\u200f",
            "\ufeff",
            "\ufdfa",
            "é",
            "日本",
            "\ud83d\ude00",
            "%",
            "%00",
            "%zz",
            "%ff%fe",
            "&",
            "=",
            "+",
            ";",
            "&&&===",
            "a[]=1",
            "<!channel>",
            "<@USATO>",
            "</script>",
            "&lt;!here&gt;",
            "::skin-tone-9",
            "ok ",
            "no ",
            "dnd ",
            "3分",
            "分",
            "9 min ",
            "999 hours",
            "until 24:61",
            "あと",
            ":",
            "- ",
            "&a [*a]",
            "*a",
            "!!java.lang.Object",
            "%YAML 9.9\n---\n",
            "<<: ",
            "99999999999.999999",
            "-99999999999",
            "2026-13-45T99:99:99Z",
            "\"type\":",
            "\"id\":",
            "../../etc",
            "${jndi:x}");

    private Mutants() {}

    /** @param samples bodies that are right */
    public static byte[] of(Random random, List<String> samples) {
        if (random.nextInt(ONE_IN) == 0) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = changed(random, samples).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** As {@link #of}, as a door reads it. */
    public static String text(Random random, List<String> samples) {
        return new String(of(random, samples), StandardCharsets.UTF_8);
    }

    private static String changed(Random random, List<String> samples) {
        String text = any(random, samples);
        for (int change = random.nextInt(MOST_CHANGES + 1); change > 0; change--) {
            text = changed(random, text, any(random, samples));
            text = text.substring(0, Math.min(text.length(), MOST_BYTES));
        }
        return text;
    }

    private static String changed(Random random, String text, String other) {
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(text.length() - from + 1);
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, from);
            case 1 -> text.substring(0, from) + text.substring(to);
            case 2 -> text.substring(0, from) + piece(random) + text.substring(from);
            case 3, 4 -> tokenReplaced(random, text);
            case 5 -> text.substring(0, from) + run(random, text.substring(from, to)) + text.substring(to);
            default -> text.substring(0, from) + other.substring(Math.min(from, other.length()));
        };
    }

    private static String tokenReplaced(Random random, String text) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return piece(random);
        }
        MatchResult token = any(random, tokens);
        boolean quoted = token.group().startsWith("\"") && random.nextBoolean();
        String value = quoted ? '"' + piece(random) + '"' : piece(random);
        return text.substring(0, token.start()) + value + text.substring(token.end());
    }

    private static String piece(Random random) {
        String piece = any(random, PIECES);
        return random.nextInt(4) == 0 ? run(random, piece) : piece;
    }

    /** The same again and again: what nests, what backtracks, what is merely long. */
    private static String run(Random random, String text) {
        int most = Math.max(1, LONGEST_RUN / Math.max(1, text.length()));
        return text.repeat(1 + random.nextInt(random.nextBoolean() ? Math.min(most, 3) : most));
    }

    private static <T> T any(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
