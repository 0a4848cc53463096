package io.yobidashi.aws.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.yobidashi.aws.json.BadFieldException;
import io.yobidashi.aws.json.Fields;
import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.settings.BadSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The roster as a YAML file. A file that is missing or makes no sense is refused with one line. */
public final class RosterFile {
    private static final String SETTING = "YOBIDASHI_ROSTER";
    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    private RosterFile() {}

    /**
     * @param terms what counts for people where the file does not say otherwise
     * @throws BadSettingException telling in one line what is wrong, and where in the file
     */
    public static Roster read(Path file, Terms terms) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadSettingException(SETTING, "names " + file + ", which is no readable file");
        }
        try {
            return roster(MAPPER.readTree(file.toFile()), terms);
        } catch (BadFieldException e) {
            throw senseless(file, e.reason());
        } catch (IllegalArgumentException e) {
            throw senseless(file, String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw senseless(file, "line " + e.getLocation().getLineNr() + ": " + problem);
        } catch (IOException e) {
            throw new BadSettingException(SETTING, "names " + file + ", which can't be read: " + e.getMessage());
        }
    }

    private static BadSettingException senseless(Path file, String problem) {
        return new BadSettingException(SETTING, "names " + file + ", which makes no sense: " + problem);
    }

    private static Roster roster(JsonNode tree, Terms terms) {
        if (!tree.isObject()) {
            throw new IllegalArgumentException("it holds no channel, group, people and buttons");
        }
        Fields fields = new Fields(tree, "").only("channel", "group", "people", "buttons");
        return new Roster(
                fields.text("channel"),
                fields.text("group"),
                fields.objects("people").stream()
                        .map(person -> person(person, terms))
                        .toList(),
                fields.objects("buttons").stream().map(RosterFile::button).toList());
    }

    private static Person person(Fields fields, Terms terms) {
        fields.only("id", "name", "slack", "standIn");
        return new Person(
                fields.text("id"), name(fields, "name"), fields.text("slack"), fields.textOrNull("standIn"), terms);
    }

    private static Button button(Fields fields) {
        fields.only("id", "person", "place", "imsi");
        return new Button(fields.text("id"), fields.text("person"), name(fields, "place"), fields.textOrNull("imsi"));
    }

    private static LocalName name(Fields fields, String field) {
        Fields name = fields.object(field)
                .orElseThrow(() -> fields.bad(field, "is missing"))
                .only("ja", "en");
        return new LocalName(name.text("ja"), name.text("en"));
    }
}
