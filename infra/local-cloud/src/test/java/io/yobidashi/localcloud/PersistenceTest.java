package io.yobidashi.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.sqs.Client;
import io.yobidashi.localcloud.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the process keeps, and what it leaves behind. */
class PersistenceTest {
    private static final Map<String, String> EPHEMERAL = Map.of("YOBIDASHI_EPHEMERAL", "true");

    /** Up to Java 17 the JVM then takes every text for ASCII unless told otherwise. */
    private static final Map<String, String> PLAIN_ASCII = Map.of("LC_ALL", "C");

    @TempDir
    private Path home;

    @Test
    void asked_to_end_it_closes_its_files_and_the_next_start_finds_all() throws IOException {
        try (CloudProcess cloud = CloudProcess.start(home, PLAIN_ASCII)) {
            use(cloud);
            cloud.terminate();
            cloud.exitCode();
            assertThat(cloud.errors()).isEmpty();
        }
        for (String file : List.of("cloud.mv.db", "sqs.mv.db")) {
            String header = new String(Files.readAllBytes(data(file)), 0, 200, StandardCharsets.US_ASCII);
            assertThat(header).as("closed well: " + file).contains("clean:1");
        }

        try (CloudProcess cloud = CloudProcess.start(home, PLAIN_ASCII);
                Client sqs = Client.of(cloud.port("sqs"));
                IotDataPlaneClient iot = Traffic.iot(cloud)) {
            assertThat(Traffic.read(iot, "sato")).isEqualTo(new Traffic.Change(1, 5));
            assertThat(sqs.bodies(sqs.queue("yobidashi-acks"), 5)).containsExactly("呼び出し中");
        }
    }

    @Test
    void ephemeral_it_keeps_nothing_and_its_temporary_folder_goes_with_it() throws IOException {
        Path temporary = Files.createDirectory(home.resolve("tmp"));
        Map<String, String> settings =
                Map.of("YOBIDASHI_EPHEMERAL", "true", "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        try (CloudProcess cloud = CloudProcess.start(home, settings)) {
            use(cloud);
            assertThat(folders(temporary)).isNotEmpty();
            cloud.terminate();
            cloud.exitCode();
        }
        assertThat(folders(temporary)).isEmpty();
        assertThat(home.resolve("data")).doesNotExist();

        try (CloudProcess cloud = CloudProcess.start(home, EPHEMERAL);
                Client sqs = Client.of(cloud.port("sqs"))) {
            assertThat(sqs.count(sqs.queue("yobidashi-acks"), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                    .isZero();
        }
    }

    @Test
    void a_second_process_on_the_same_folder_is_refused_with_one_line_and_the_first_lives() {
        try (CloudProcess first = CloudProcess.start(home, Map.of());
                CloudProcess second = CloudProcess.launch(home, Map.of())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.errors()).singleElement().asString().contains("is in use by another process");
            use(first);
        }
    }

    @Test
    void corrupt_files_are_set_aside_and_the_start_goes_on() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(data("cloud.mv.db"), "garbage".repeat(5000));
        Files.writeString(data("sqs.mv.db"), "garbage".repeat(5000));

        try (CloudProcess cloud = CloudProcess.start(home, Map.of())) {
            use(cloud);
            assertThat(cloud.errors()).hasSize(2).allMatch(line -> line.contains("was set aside as"));
        }
        assertThat(data("cloud.mv.db.corrupt-1")).exists();
        assertThat(data("sqs.mv.db.corrupt-1")).exists();
    }

    @Test
    void a_shadow_that_cannot_be_read_is_set_aside_and_the_others_live() {
        try (CloudProcess cloud = CloudProcess.start(home, Map.of())) {
            use(cloud);
        }
        try (Store store = Store.open(data("cloud.mv.db"))) {
            store.shelf("shadows").put("suzuki", "no shadow");
        }

        try (CloudProcess cloud = CloudProcess.start(home, Map.of());
                IotDataPlaneClient iot = Traffic.iot(cloud)) {
            assertThat(cloud.errors()).singleElement().asString().contains("suzuki in shadows");
            assertThat(Traffic.read(iot, "sato").number()).isEqualTo(5);
        }
    }

    private void use(CloudProcess cloud) {
        try (Client sqs = Client.of(cloud.port("sqs"));
                IotDataPlaneClient iot = Traffic.iot(cloud)) {
            sqs.send(sqs.queue("yobidashi-acks"), "呼び出し中");
            iot.updateThingShadow(request -> request.thingName("sato")
                    .payload(SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"number\":5}}}")));
        }
    }

    private Path data(String file) {
        return home.resolve("data").resolve(file);
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(path -> path.getFileName().toString().startsWith("local-cloud"))
                    .toList();
        }
    }
}
