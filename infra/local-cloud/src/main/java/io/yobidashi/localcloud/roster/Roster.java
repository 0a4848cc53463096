package io.yobidashi.localcloud.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who works at the booths and which buttons there are, as far as the local cloud plays them. Unknown keys are ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Roster(String channel, List<Person> people, List<Button> buttons) {
    private static final ObjectMapper YAML = new YAMLMapper();

    public Roster {
        require(channel, "channel");
        people = List.copyOf(Objects.requireNonNullElse(people, List.of()));
        buttons = List.copyOf(Objects.requireNonNullElse(buttons, List.of()));
    }

    /** A name in both languages of the system. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LocalName(String ja, String en) {}

    /** @param slack the Slack user id, as in {@code <@USATO>} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Person(String id, LocalName name, String slack) {
        public Person {
            require(id, "id of a person");
            require(slack, "slack of person " + id);
            name = Objects.requireNonNullElseGet(name, () -> new LocalName(id, id));
        }
    }

    /**
     * @param imsi identity of the button's SIM; null if it has none, then SORACOM knows nothing of it
     * @param imei identity of the device, null if Beam does not send it
     * @param simId number of the SIM, null if Beam does not send it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Button(String id, String person, LocalName place, String imsi, String imei, String simId) {
        public Button {
            require(id, "id of a button");
            require(person, "person of button " + id);
            place = Objects.requireNonNullElseGet(place, () -> new LocalName(id, id));
        }
    }

    /**
     * Reads a roster file.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with it
     */
    public static Roster read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return YAML.readValue(yaml, Roster.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    file + ": " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("Roster " + file + " cannot be read", e);
        }
    }

    /** The roster of three people and three buttons that everybody starts with. */
    public static Roster bundled() {
        try (InputStream yaml = Roster.class.getResourceAsStream("roster.yaml")) {
            return YAML.readValue(yaml, Roster.class);
        } catch (IOException e) {
            throw new UncheckedIOException("roster.yaml cannot be read", e);
        }
    }

    public Optional<Person> personWithSlackUser(String user) {
        return people.stream().filter(person -> person.slack().equals(user)).findFirst();
    }

    public Optional<Button> button(String id) {
        return buttons.stream().filter(button -> button.id().equals(id)).findFirst();
    }

    private static void require(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
    }
}
