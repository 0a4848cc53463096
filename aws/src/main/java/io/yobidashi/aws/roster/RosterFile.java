package io.yobidashi.aws.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.settings.BadSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The roster as a YAML file. A file that is missing or makes no sense is refused with one line. */
public final class RosterFile {
    private static final String SETTING = "YOBIDASHI_ROSTER";
    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    private RosterFile() {}

    /** @throws BadSettingException telling in one line what is wrong, and where in the file */
    public static Roster read(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadSettingException(SETTING, "names " + file + ", which is no readable file");
        }
        try {
            return MAPPER.readValue(file.toFile(), Roster.class);
        } catch (JsonProcessingException e) {
            throw new BadSettingException(SETTING, "names " + file + ", which makes no sense: " + problem(e));
        } catch (IOException e) {
            throw new BadSettingException(SETTING, "names " + file + ", which can't be read: " + e.getMessage());
        }
    }

    private static String problem(JsonProcessingException e) {
        Throwable root = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
        String text = root == e ? e.getOriginalMessage() : root.getMessage();
        String where =
                e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
        return String.valueOf(text).lines().findFirst().orElse("") + where;
    }
}
