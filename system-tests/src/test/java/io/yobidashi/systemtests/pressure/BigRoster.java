package io.yobidashi.systemtests.pressure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A roster of many people, each with a button, and each the stand-in of the one before. */
record BigRoster(List<String> people) {
    static BigRoster of(int size) {
        return new BigRoster(
                IntStream.range(0, size).mapToObj(i -> "p%03d".formatted(i)).toList());
    }

    static String button(String person) {
        return "B-" + person;
    }

    static String user(String person) {
        return "U" + person.toUpperCase();
    }

    /** As a file that the services and the local cloud read. */
    Path in(Path folder) {
        StringBuilder yaml = new StringBuilder("channel: C0BOOTH\ngroup: \"<!here>\"\npeople:\n");
        for (int i = 0; i < people.size(); i++) {
            String person = people.get(i);
            yaml.append("  - {id: %s, name: {ja: %s, en: %s}, slack: %s, standIn: %s}%n"
                    .formatted(person, person, person, user(person), people.get((i + 1) % people.size())));
        }
        yaml.append("buttons:\n");
        people.forEach(person -> yaml.append("  - {id: %s, person: %s, place: {ja: %s, en: %s}}%n"
                .formatted(button(person), person, person, person)));
        try {
            return Files.writeString(Files.createDirectories(folder).resolve("roster.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
