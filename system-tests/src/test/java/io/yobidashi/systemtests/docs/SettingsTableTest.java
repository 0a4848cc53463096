package io.yobidashi.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of settings has what the programs read, and nothing else. */
class SettingsTableTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SETTING = Pattern.compile("YOBIDASHI_[A-Z]+(?:_[A-Z]+)*");
    private static final List<String> PROGRAMS = List.of(
            "core",
            "aws",
            "call-service",
            "ack-service",
            "reset-service",
            "dashboard-service",
            "infra/local-cloud",
            "ops");

    @Test
    void the_readme_tells_every_setting_and_no_other() throws IOException {
        assertThat(told()).isEqualTo(read());
    }

    private static Set<String> told() throws IOException {
        return settings(Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n")));
    }

    private static Set<String> read() {
        Set<String> settings = new TreeSet<>();
        for (String program : PROGRAMS) {
            sources(ROOT.resolve(program).resolve("src/main")).forEach(file -> settings.addAll(settings(text(file))));
        }
        return settings;
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> settings(String text) {
        return SETTING.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
