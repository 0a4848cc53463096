package io.yobidashi.localcloud.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The AWS command line, where the package of Debian puts it: another {@code aws} on the path may be something else.
 *
 * @param folder for the files that it writes
 */
record AwsCommandLine(URI endpoint, Path folder) {
    private static final Path AWS = Path.of("/usr/bin/aws");
    /** It neither asks for credentials outside of this machine nor reads those of the person who runs the tests. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local",
            "AWS_EC2_METADATA_DISABLED", "true",
            "AWS_CONFIG_FILE", "/dev/null",
            "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");

    static void assumeInstalled() {
        Program.assumeInstalled(AWS);
    }

    Program.Outcome call(String... arguments) {
        List<String> command = new ArrayList<>(List.of(AWS.toString(), "--no-cli-pager", "--output", "json"));
        command.addAll(List.of("--region", "us-east-1", "--endpoint-url", endpoint.toString()));
        command.addAll(List.of("--cli-connect-timeout", "10", "--cli-read-timeout", "20"));
        command.addAll(List.of(arguments));
        return Program.run(command, ENVIRONMENT);
    }

    /** What it prints for a call that succeeds. */
    JsonNode printed(String... arguments) {
        return json(succeeded(call(arguments)).text());
    }

    /** What it writes into its file for a call that succeeds: a shadow's document. */
    JsonNode written(String... arguments) {
        Path file = folder.resolve("document");
        List<String> withFile = new ArrayList<>(List.of(arguments));
        withFile.add(file.toString());
        succeeded(call(withFile.toArray(String[]::new)));
        try {
            return json(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("No document was written", e);
        }
    }

    private static Program.Outcome succeeded(Program.Outcome outcome) {
        assertThat(outcome.exit()).as(outcome.text()).isZero();
        return outcome;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
