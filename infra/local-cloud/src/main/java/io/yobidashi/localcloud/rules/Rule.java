package io.yobidashi.localcloud.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * One rule with its only action, SQS.
 *
 * @param name letters, digits and underscores, 128 at most (IoT API, RuleName)
 * @param queue the name of the queue that gets what the statement selects
 */
record Rule(String name, Statement statement, String queue) {
    private static final String NAME = "[a-zA-Z0-9_]{1,128}";

    @JsonCreator
    static Rule of(
            @JsonProperty("name") String name, @JsonProperty("sql") String sql, @JsonProperty("sqs") String queue) {
        if (name == null || !name.matches(NAME)) {
            throw new IllegalArgumentException("a rule's name is letters, digits and underscores, not '" + name + "'");
        }
        if (sql == null || queue == null || queue.isBlank()) {
            throw new IllegalArgumentException("rule " + name + " needs sql and sqs");
        }
        try {
            return new Rule(name, Statement.parse(sql), queue);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rule " + name + ": " + e.getMessage(), e);
        }
    }

    /** The rules of {@code rules.yaml}. */
    static List<Rule> bundled() {
        try (InputStream yaml = Rule.class.getResourceAsStream("rules.yaml")) {
            return read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("rules.yaml cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException with one line that names the rule and what is wrong with it */
    static List<Rule> read(InputStream yaml) throws IOException {
        try {
            Map<String, List<Rule>> file = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
            if (file == null || file.get("rules") == null || file.size() != 1) {
                throw new IllegalArgumentException("rules.yaml: a list named rules is all that it may hold");
            }
            return List.copyOf(file.get("rules"));
        } catch (JacksonException e) {
            Throwable reason = e.getCause() instanceof IllegalArgumentException cause ? cause : e;
            String line = reason.getMessage().lines().findFirst().orElse("");
            throw new IllegalArgumentException("rules.yaml: " + line, e);
        }
    }
}
