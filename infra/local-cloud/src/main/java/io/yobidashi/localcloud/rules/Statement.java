package io.yobidashi.localcloud.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule's SQL, as far as needed here: {@code SELECT *}, followed by any number of {@code topic()}, {@code topic(n)} and
 * {@code timestamp()}, each with an alias, {@code FROM} a topic filter in single quotes. Keywords are read in any case,
 * names of functions in lower case. Source: "AWS IoT SQL reference", SELECT clause, FROM clause and functions.
 */
record Statement(List<Column> columns, TopicFilter from) {
    private static final Pattern SELECT = Pattern.compile(
            "\\s*SELECT\\s*\\*\\s*((?:,[^,']*)*?)\\s*\\bFROM\\s*'([^']*)'\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("\\s*(topic|timestamp)\\(\\s*(\\d{1,2})?\\s*\\)\\s+(?i:AS)\\s+(\\w+)\\s*");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @param level of the topic, from 1; 0 for the whole of it */
    record Column(String function, int level, String alias) {}

    /** @throws IllegalArgumentException with one sentence that says what is not understood */
    static Statement parse(String sql) {
        Matcher select = SELECT.matcher(sql);
        if (!select.matches()) {
            throw new IllegalArgumentException(
                    "only SELECT * [, <function> AS <alias>]... FROM '<topic filter>' is understood");
        }
        List<Column> columns = Stream.of(select.group(1).split(",", -1))
                .skip(1)
                .map(Statement::column)
                .toList();
        return new Statement(columns, new TopicFilter(select.group(2)));
    }

    private static Column column(String text) {
        Matcher column = COLUMN.matcher(text);
        if (!column.matches() || (column.group(1).equals("timestamp") && column.group(2) != null)) {
            throw new IllegalArgumentException("'" + text.strip()
                    + "' is not understood; a column is topic(), topic(n) or timestamp(), with AS and an alias");
        }
        int level = column.group(2) == null ? 0 : Integer.parseInt(column.group(2));
        if (column.group(2) != null && level == 0) {
            throw new IllegalArgumentException("topic(0) makes no sense; the first level is 1");
        }
        return new Column(column.group(1), level, column.group(3));
    }

    /**
     * The JSON text that the rule's action gets. A lone {@code *} gives the payload as it came; an added column needs a
     * JSON object or an empty payload ("Working with binary payloads").
     *
     * @return empty if the payload is neither
     */
    Optional<String> apply(String topic, byte[] payload, Instant now) {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (columns.isEmpty()) {
            return Optional.of(text);
        }
        return object(text).map(result -> {
            columns.forEach(column -> add(result, column, topic, now));
            return result.toString();
        });
    }

    private static Optional<ObjectNode> object(String text) {
        if (text.isBlank()) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        try {
            JsonNode tree = JSON.readTree(text);
            return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A level that the topic does not have is undefined, and undefined values are left out. */
    private static void add(ObjectNode result, Column column, String topic, Instant now) {
        String[] levels = topic.split("/", -1);
        if (column.function().equals("timestamp")) {
            result.put(column.alias(), now.toEpochMilli());
        } else if (column.level() == 0) {
            result.put(column.alias(), topic);
        } else if (column.level() <= levels.length) {
            result.put(column.alias(), levels[column.level() - 1]);
        }
    }
}
