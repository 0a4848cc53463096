package io.yobidashi.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifest that is pasted into Slack leads to the doors that there are, and asks for what they need. */
class SlackManifestTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern DOOR = Pattern.compile("@Path\\(\"(/slack/[a-z]+)\"\\)");

    private final JsonNode manifest = manifest();

    @Test
    void its_addresses_are_the_doors_of_the_design() {
        assertThat(paths()).containsExactlyInAnyOrder("/slack/commands", "/slack/events", "/slack/interactions");
    }

    @Test
    void every_door_of_ack_service_is_named_but_the_one_of_outgoing_webhooks_which_no_app_has() {
        Set<String> doors = doors();
        assertThat(doors).contains("/slack/outgoing");
        doors.remove("/slack/outgoing");

        assertThat(paths()).containsAll(doors);
    }

    @Test
    void every_road_of_answers_has_its_scope() {
        assertThat(texts("/oauth_config/scopes/bot"))
                .contains(
                        "chat:write", "channels:history", "reactions:read", "commands", "users:read", "channels:read");
        assertThat(texts("/settings/event_subscriptions/bot_events"))
                .containsExactlyInAnyOrder("message.channels", "reaction_added");
        assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.at("/features/slash_commands/0/command").asText()).isEqualTo("/yobidashi");
    }

    private List<String> paths() {
        return Stream.of(
                        "/features/slash_commands/0/url",
                        "/settings/event_subscriptions/request_url",
                        "/settings/interactivity/request_url")
                .map(at -> URI.create(manifest.at(at).asText()).getPath())
                .toList();
    }

    private List<String> texts(String at) {
        List<String> texts = new ArrayList<>();
        manifest.at(at).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static JsonNode manifest() {
        try {
            return new YAMLMapper().readTree(text(ROOT.resolve("docs/slack-app-manifest.yaml")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> doors() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("ack-service/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> DOOR.matcher(text(file)).results())
                    .map(door -> door.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
