package io.yobidashi.localcloud.iot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.MovableClock;
import io.yobidashi.localcloud.store.Store;
import io.yobidashi.localcloud.web.WebServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shadows and the file under them. */
class ShadowsKeptTest {
    private static final ShadowName SATO = ShadowName.named("sato", "buttons");
    private static final byte[] UPDATE = "{\"state\":{\"reported\":{\"a\":1}}}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.ofEpochSecond(1_795_392_000));
    private final RecordingPublisher published = new RecordingPublisher();

    @ParameterizedTest(name = "made anew after {0} h it has version {1}")
    @CsvSource({"47, 3", "48, 1"})
    void the_version_of_a_deleted_shadow_is_remembered_over_a_restart(int hours, long version) {
        try (Store store = store()) {
            Shadows shadows = shadows(store);
            shadows.update(SATO, UPDATE);
            shadows.update(SATO, UPDATE);
            shadows.delete(SATO);
        }
        clock.advance(Duration.ofHours(hours));

        try (Store store = store()) {
            Shadows shadows = shadows(store);
            assertThat(catchThrowableOfType(ShadowRefusal.class, () -> shadows.get(SATO)))
                    .hasMessage("No shadow exists with name: 'buttons'");
            assertThat(shadows.update(SATO, UPDATE).path("version").asLong()).isEqualTo(version);
        }
    }

    @Test
    void a_shadow_is_as_it_was_after_a_restart() {
        String before;
        try (Store store = store()) {
            shadows(store).update(SATO, UPDATE);
            before = shadows(store).get(SATO).toString();
        }

        try (Store store = store()) {
            assertThat(shadows(store).get(SATO)).hasToString(before);
        }
    }

    @Test
    void what_cannot_be_kept_is_an_internal_failure_at_both_doors() {
        Store broken = Store.inMemory();
        Shadows shadows = shadows(broken);
        broken.close();

        new ShadowTopics(shadows, published).received("$aws/things/sato/shadow/update", UPDATE);
        HttpResponse<String> answer;
        try (WebServer web = WebServer.start("127.0.0.1", 0, new ShadowDoor(shadows)::addTo)) {
            answer = new Browser(URI.create("http://127.0.0.1:" + web.port()))
                    .post("/things/sato/shadow", "application/json", new String(UPDATE, StandardCharsets.UTF_8));
        }

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("InternalFailureException");
        assertThat(answer.body()).contains("Internal service failure");
        assertThat(published.last("$aws/things/sato/shadow/update/rejected"))
                .hasToString("{\"code\":500,\"message\":\"Internal service failure\"}");
    }

    private Store store() {
        return Store.open(folder.resolve("kept.db"));
    }

    private Shadows shadows(Store store) {
        return new Shadows(clock, published, store.shelf("shadows"));
    }
}
