package io.yobidashi.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object, strictly. {@code null} and an empty text count as left out. */
public final class Fields {
    private static final long YEAR_10000 = 253_402_300_800_000L;

    private final JsonNode object;
    private final String path;

    /** @param path what stands before a field's name in an error, such as {@code "call."} */
    public Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    @Nullable
    public String textOrNull(String name) {
        if (!has(name)) {
            return null;
        }
        JsonNode value = object.get(name);
        if (!value.isTextual()) {
            throw bad(name, "is no text");
        }
        return value.textValue().isEmpty() ? null : value.textValue();
    }

    /** @param ofWire what a wire name stands for, empty for one that nobody knows */
    public <T> T named(String name, Function<String, Optional<T>> ofWire) {
        return ofWire.apply(text(name)).orElseThrow(() -> bad(name, "is none of the names known"));
    }

    public Instant instant(String name) {
        Instant instant = instantOrNull(name);
        if (instant == null) {
            throw missing(name);
        }
        return instant;
    }

    /** Epoch milliseconds. */
    @Nullable
    public Instant instantOrNull(String name) {
        return has(name) ? Instant.ofEpochMilli(whole(name, 0, YEAR_10000 - 1)) : null;
    }

    public int count(String name, int least) {
        if (!has(name)) {
            throw missing(name);
        }
        return (int) whole(name, least, Integer.MAX_VALUE);
    }

    public int countOrZero(String name) {
        return has(name) ? count(name, 0) : 0;
    }

    /** A whole number from 0 up. */
    @Nullable
    public Long wholeOrNull(String name) {
        return has(name) ? (Long) whole(name, 0, Long.MAX_VALUE) : null;
    }

    @Nullable
    public Double numberOrNull(String name) {
        if (!has(name)) {
            return null;
        }
        JsonNode value = object.get(name);
        if (!value.isNumber()) {
            throw bad(name, "is no number");
        }
        return value.doubleValue();
    }

    public boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (!object.get(name).isBoolean()) {
            throw bad(name, "is neither true nor false");
        }
        return object.get(name).booleanValue();
    }

    /** The texts of a list; none where the field is left out. */
    public List<String> texts(String name) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode list = object.get(name);
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list) {
            texts.add(item.textValue());
        }
        if (!list.isArray() || texts.contains(null)) {
            throw bad(name, "is no list of texts");
        }
        return texts;
    }

    /** The object under this name; empty where it is left out. */
    public Optional<Fields> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!object.get(name).isObject()) {
            throw bad(name, "is no object");
        }
        return Optional.of(new Fields(object.get(name), path + name + "."));
    }

    public BadFieldException bad(String name, String problem) {
        return new BadFieldException(path + name, problem);
    }

    private BadFieldException missing(String name) {
        return bad(name, "is missing");
    }

    private long whole(String name, long least, long most) {
        JsonNode value = object.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw bad(name, "is no whole number");
        }
        long number = value.longValue();
        if (number < least || number > most) {
            throw bad(name, "is out of range");
        }
        return number;
    }
}
