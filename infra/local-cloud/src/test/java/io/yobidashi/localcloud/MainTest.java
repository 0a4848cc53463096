package io.yobidashi.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The local cloud as a process of its own. */
class MainTest {
    @TempDir
    private Path home;

    private Process process;

    @AfterEach
    void leaveNothingBehind() {
        process.destroyForcibly();
    }

    @Test
    void it_says_where_it_listens_and_ends_when_asked() throws Exception {
        start(Map.of("YOBIDASHI_HOME", home.toString()));

        String line = process.inputReader().readLine();
        String port = Files.readString(home.resolve("run/local-cloud.port")).strip();
        assertThat(line).contains("ready").contains("http://localhost:" + port);
        assertThat(new Browser(URI.create("http://localhost:" + port))
                        .get("/q/health/ready")
                        .statusCode())
                .isEqualTo(200);
        for (String name : List.of("sqs", "mqtt", "mqtt-ws")) {
            String number =
                    Files.readString(home.resolve("run/" + name + ".port")).strip();
            assertThat(line).contains(":" + number);
        }

        process.toHandle().destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(errors()).isEmpty();
    }

    @Test
    void an_address_of_a_service_is_read_from_its_port_file_at_each_use() throws Exception {
        start(Map.of("YOBIDASHI_HOME", home.toString(), "YOBIDASHI_EPHEMERAL", "true"));
        process.inputReader().readLine();
        Browser browser = new Browser(URI.create("http://localhost:"
                + Files.readString(home.resolve("run/local-cloud.port")).strip()));

        try (Receiver callService = new Receiver(202, "{}")) {
            Files.writeString(
                    home.resolve("run/call-service.port"), callService.address().getPort() + "\n");

            assertThat(browser.post("/buttons/G030PM0000000001/press").statusCode())
                    .isEqualTo(202);
        }
        assertThat(home.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"YOBIDASHI_PORT_CLOUD", "YOBIDASHI_PORT_SQS", "YOBIDASHI_PORT_MQTT", "YOBIDASHI_PORT_MQTT_WS"})
    void a_taken_port_is_one_line_that_names_it(String variable) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            start(Map.of(variable, "" + taken.getLocalPort()));

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(errors())
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort() + " is taken")
                    .contains(variable);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "YOBIDASHI_PORT_SQS, ninety, YOBIDASHI_PORT_SQS",
        "YOBIDASHI_PORT_MQTT, 65536, YOBIDASHI_PORT_MQTT",
        "YOBIDASHI_CALL_URL, localhost:8081, YOBIDASHI_CALL_URL",
        "YOBIDASHI_ROSTER, /nowhere/roster.yaml, /nowhere/roster.yaml"
    })
    void a_senseless_setting_is_one_line_that_names_it(String variable, String value, String named) throws Exception {
        start(Map.of(variable, value));

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(errors()).singleElement().asString().contains(named);
    }

    private void start(Map<String, String> settings) throws IOException {
        process = CloudProcess.builder(settings).start();
    }

    /** Without what newer JVMs themselves have to say of libraries. */
    private List<String> errors() throws IOException {
        try (BufferedReader errors = process.errorReader()) {
            return errors.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
                    .toList();
        }
    }
}
