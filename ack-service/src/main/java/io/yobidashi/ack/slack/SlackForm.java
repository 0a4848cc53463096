package io.yobidashi.ack.slack;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a form of Slack's. An empty field counts as left out. */
public final class SlackForm {
    private final Map<String, List<String>> fields;

    private SlackForm(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** @throws UnreadableRequestException for what is no form */
    public static SlackForm parse(String body) {
        try {
            return new SlackForm(new QueryStringDecoder(body, StandardCharsets.UTF_8, false).parameters());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRequestException("the body is no form");
        }
    }

    /** Slack looks whether the certificate of the address is good; there is nothing to do (page on slash commands). */
    public boolean isSslCheck() {
        return field("ssl_check").filter("1"::equals).isPresent();
    }

    /** @throws UnreadableRequestException where it is missing, or longer than anything that Slack puts there */
    String required(String name) {
        return Id.checked(name, field(name).orElse(""));
    }

    /** An address to answer at, which may be left out. */
    Optional<String> address(String name) {
        return field(name).map(value -> Id.checked(name, value));
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name))
                .map(values -> values.get(0))
                .filter(value -> !value.isEmpty());
    }
}
