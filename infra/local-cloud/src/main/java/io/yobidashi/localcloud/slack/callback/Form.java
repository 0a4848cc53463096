package io.yobidashi.localcloud.slack.callback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A body of {@code application/x-www-form-urlencoded}, fields in order. */
final class Form {
    private final Map<String, String> fields = new LinkedHashMap<>();

    Form with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    String encoded() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
