package io.yobidashi.core.settings;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.rules.Policy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings by the names of their environment variables. What is missing or senseless is refused with one line
 * that names it ({@link BadSettingException}).
 */
public final class Settings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final URI SLACK = URI.create("https://slack.com/api/");
    private static final int MAX_PORT = 65_535;

    private final Function<String, Optional<String>> lookup;

    /** @param lookup the value of a variable; empty or blank counts as not set */
    public Settings(Function<String, Optional<String>> lookup) {
        this.lookup = name -> lookup.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    public Optional<String> text(String name) {
        return lookup.apply(name);
    }

    public String text(String name, String byDefault) {
        return text(name).orElse(byDefault);
    }

    public String required(String name, String whatFor) {
        return text(name).orElseThrow(() -> new BadSettingException(name, "is not set: " + whatFor));
    }

    /** A duration such as {@code 500ms}, {@code 2s}, {@code 5m} or {@code 1h}. */
    public Duration duration(String name, Duration byDefault) {
        return text(name).map(value -> duration(name, value)).orElse(byDefault);
    }

    /** A duration that may be negative, for tests that shift a clock. */
    public Duration offset(String name) {
        return text(name)
                .map(value -> value.startsWith("-")
                        ? duration(name, value.substring(1)).negated()
                        : duration(name, value))
                .orElse(Duration.ZERO);
    }

    /** Exactly {@code true} or {@code false}, false when not set. */
    public boolean flag(String name) {
        String value = text(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new BadSettingException(name, "is '" + value + "', neither true nor false");
        }
        return value.equals("true");
    }

    /** A TCP port, or 0 for any free one; absent where not set. */
    public OptionalInt port(String name) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        int port = value.filter(digits -> digits.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(-1);
        if (port < 0 || port > MAX_PORT) {
            throw new BadSettingException(name, "is '" + value.get() + "', no port from 0 to " + MAX_PORT);
        }
        return OptionalInt.of(port);
    }

    /** An absolute {@code http} or {@code https} address. Its value is not repeated in errors: it may hold a secret. */
    public Optional<URI> httpAddress(String name) {
        return text(name).map(value -> {
            try {
                URI address = URI.create(value);
                if (address.getHost() != null
                        && String.valueOf(address.getScheme()).matches("https?")) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                throw new BadSettingException(
                        name, "is no address: " + e.getMessage().split(":")[0]);
            }
            throw new BadSettingException(name, "is no http or https address");
        });
    }

    /** The folder of the methods of Slack's Web API, with a slash at its end: {@code YOBIDASHI_SLACK_API_URL}. */
    public URI slackApi() {
        URI api = httpAddress("YOBIDASHI_SLACK_API_URL").orElse(SLACK);
        return api.toString().endsWith("/") ? api : URI.create(api + "/");
    }

    /** What is spoken in Slack: {@code YOBIDASHI_LANG}, Japanese by default. */
    public Language language() {
        String value = text("YOBIDASHI_LANG", "ja");
        return switch (value) {
            case "ja" -> Language.JA;
            case "en" -> Language.EN;
            default -> throw new BadSettingException("YOBIDASHI_LANG", "is '" + value + "', neither ja nor en");
        };
    }

    /** How long calls may last, by {@code YOBIDASHI_CALLING_TIMEOUT} and its kin. */
    public Policy policy() {
        return new Policy(
                positive("YOBIDASHI_CALLING_TIMEOUT", Policy.DEFAULT.calling()),
                positive("YOBIDASHI_RUNNING_TIMEOUT", Policy.DEFAULT.running()),
                positive("YOBIDASHI_REMIND_AFTER", Policy.DEFAULT.remindAfter()),
                positive("YOBIDASHI_STAND_IN_AFTER", Policy.DEFAULT.standInAfter()),
                positive("YOBIDASHI_GROUP_AFTER", Policy.DEFAULT.groupAfter()));
    }

    /** As {@link #duration}, but zero is refused too. */
    public Duration positive(String name, Duration byDefault) {
        Duration duration = duration(name, byDefault);
        if (duration.isZero()) {
            throw new BadSettingException(name, "is zero");
        }
        return duration;
    }

    private static Duration duration(String name, String value) {
        return duration(value)
                .orElseThrow(() ->
                        new BadSettingException(name, "is '" + value + "', no duration such as 500ms, 2s, 5m or 1h"));
    }

    /** What a text such as {@code 500ms}, {@code 2s}, {@code 5m} or {@code 1h} means; empty for any other. */
    public static Optional<Duration> duration(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }
}
