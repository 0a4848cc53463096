package io.yobidashi.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Starts the process, as an operator would who forgot something. */
class StartTest {
    @Test
    void a_missing_setting_ends_the_start_with_one_line_that_names_it() throws IOException, InterruptedException {
        assertThat(refusal(Map.of())).startsWith("YOBIDASHI_SLACK_").contains(" is not set");
    }

    @Test
    void a_door_for_presses_without_any_secret_does_not_open() throws IOException, InterruptedException {
        Map<String, String> slack = Map.of("YOBIDASHI_SLACK_WEBHOOK_URL", "https://hooks.slack.com/services/T0/B0/x");

        assertThat(refusal(slack)).startsWith("YOBIDASHI_BEAM_SECRET").contains("YOBIDASHI_INSECURE=true");
    }

    /** The only line that the process says before it ends. */
    private static String refusal(Map<String, String> settings) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                CallService.class.getName());
        Map<String, String> environment = command.environment();
        environment.keySet().removeIf(name -> name.startsWith("YOBIDASHI_"));
        environment.put("YOBIDASHI_ROSTER", "src/test/resources/roster.yaml");
        environment.put("AWS_REGION", "ap-northeast-1");
        environment.putAll(settings);

        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        // Newer JVMs warn of what libraries do inside.
        List<String> lines =
                said.lines().filter(line -> !line.startsWith("WARNING: ")).toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
