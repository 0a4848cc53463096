package io.yobidashi.aws.roster;

import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.settings.BadSettingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The roster as a YAML file. A file that is missing or makes no sense is refused with one line that tells where.
 *
 * @param terms what counts for people where the file does not say otherwise
 */
public record RosterFile(Path file, Terms terms) {
    private static final String SETTING = "YOBIDASHI_ROSTER";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @throws BadSettingException telling in one line what is wrong, and where in the file */
    public Roster read() {
        return parse(text());
    }

    /** @throws BadSettingException where the file can't be read, or is not in UTF-8 */
    String text() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadSettingException(SETTING, "names " + file + ", which is no readable file");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BadSettingException(SETTING, "names " + file + ", which is not in UTF-8");
        } catch (IOException e) {
            throw new BadSettingException(SETTING, "names " + file + ", which can't be read: " + e.getMessage());
        }
    }

    /** @throws BadSettingException for what makes no sense */
    Roster parse(String text) {
        String yaml = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            YamlMap map = YamlMap.of(compose(yaml), "")
                    .orElseThrow(
                            () -> new BadPlaceException("line 1", "there are no channel, group, people and buttons"));
            return new RosterReader(map, terms).roster();
        } catch (BadPlaceException e) {
            throw senseless(e);
        } catch (MarkedYAMLException e) {
            throw senseless(new BadPlaceException(e.getProblemMark(), firstLine(e.getProblem())));
        } catch (ReaderException e) {
            long line = yaml.codePoints()
                            .limit(e.getPosition())
                            .filter(point -> point == '\n')
                            .count()
                    + 1;
            throw senseless(new BadPlaceException("line " + line, "a character that YAML does not allow"));
        } catch (YAMLException e) {
            throw senseless(new BadPlaceException("as YAML", firstLine(e.getMessage())));
        }
    }

    private static @Nullable Node compose(String yaml) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (IllegalArgumentException e) {
            // SnakeYAML lets through what Java says of an escape that is cut off or stands for no character.
            throw new BadPlaceException("as YAML", "an escape such as \"\\u3042\" is cut off or stands for nothing");
        }
    }

    private BadSettingException senseless(BadPlaceException e) {
        return new BadSettingException(SETTING, "names " + file + ", which makes no sense: " + e.getMessage());
    }

    private static String firstLine(String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
