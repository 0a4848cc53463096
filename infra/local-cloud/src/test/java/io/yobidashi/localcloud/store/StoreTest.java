package io.yobidashi.localcloud.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.localcloud.Threads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is put stays, and what cannot be read is never dropped in silence. */
class StoreTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("cloud.mv.db");
    }

    @Test
    void what_was_put_is_there_after_close_and_reopen() {
        try (Store store = Store.open(file)) {
            store.shelf("shadows").put("sato", "呼び出し中 \"1\"");
            store.shelf("shadows").put("suzuki", "2");
            store.shelf("shadows").remove("suzuki");
            store.shelf("slack").put("sato", "3");
        }

        try (Store store = Store.open(file)) {
            assertThat(store.shelf("shadows").texts()).isEqualTo(Map.of("sato", "呼び出し中 \"1\""));
            assertThat(store.shelf("slack").texts()).isEqualTo(Map.of("sato", "3"));
        }
    }

    @Test
    void what_has_been_put_is_in_the_file_before_put_returns() throws IOException {
        Path asAfterKill = folder.resolve("copy.mv.db");
        try (Store store = Store.open(file)) {
            store.shelf("shadows").put("sato", "1");
            Files.copy(file, asAfterKill);
        }

        try (Store store = Store.open(asAfterKill)) {
            assertThat(store.shelf("shadows").texts()).isEqualTo(Map.of("sato", "1"));
        }
    }

    @Test
    void half_a_write_at_the_end_of_a_file_that_was_never_closed_is_no_damage() throws IOException {
        Path asAfterKill = folder.resolve("copy.mv.db");
        try (Store store = Store.open(file);
                ErrorLines errors = new ErrorLines()) {
            store.shelf("shadows").put("sato", "1");
            Files.copy(file, asAfterKill);
            Files.write(asAfterKill, appended(Files.readAllBytes(asAfterKill), "chunk:9,block:zz"));
            try (Store again = Store.open(asAfterKill)) {
                assertThat(again.shelf("shadows").texts()).isEqualTo(Map.of("sato", "1"));
            }
            assertThat(errors.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void a_corrupt_file_is_reported_in_one_line_and_set_aside_and_the_start_goes_on(Damage damage) throws IOException {
        fill();
        damage.doTo(file);
        byte[] damaged = Files.readAllBytes(file);

        try (ErrorLines errors = new ErrorLines();
                Store store = Store.open(file)) {
            assertThat(store.shelf("shadows").texts()).isEmpty();
            assertThat(errors.lines()).singleElement().asString().contains(file + " is corrupt", ".corrupt-1");
            assertThat(folder.resolve("cloud.mv.db.corrupt-1")).hasBinaryContent(damaged);
        }
        damage.doTo(file);
        try (Store store = Store.open(file)) {
            store.shelf("shadows").put("sato", "new");
            assertThat(folder.resolve("cloud.mv.db.corrupt-2")).exists();
        }
    }

    @Test
    void a_changed_byte_inside_one_text_costs_that_text_only() throws IOException {
        fill();
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, content.replace("text 500 ", "text 50X "), StandardCharsets.ISO_8859_1);

        try (ErrorLines errors = new ErrorLines();
                Store store = Store.open(file)) {
            assertThat(store.shelf("shadows").texts()).hasSize(999).doesNotContainKey("key 500");
            assertThat(errors.lines()).singleElement().asString().contains("key 500 in shadows");
        }
        try (ErrorLines errors = new ErrorLines();
                Store store = Store.open(file)) {
            assertThat(store.shelf("shadows").texts()).hasSize(999);
            assertThat(errors.lines()).isEmpty();
        }
    }

    @Test
    void a_text_that_its_owner_cannot_read_is_set_aside_and_the_others_live() {
        try (ErrorLines errors = new ErrorLines();
                Store store = Store.open(file)) {
            Shelf shelf = store.shelf("shadows");
            shelf.put("sato", "no shadow");
            shelf.put("suzuki", "1");

            shelf.setAside("sato", new IllegalArgumentException("No JSON"));

            assertThat(shelf.texts()).isEqualTo(Map.of("suzuki", "1"));
            assertThat(errors.lines()).singleElement().asString().contains("sato in shadows", "No JSON");
            assertThat(store.shelf("shadows.unreadable").texts()).isEqualTo(Map.of("sato", "no shadow"));
        }
    }

    @Test
    void a_file_in_use_stops_the_start_with_one_line() {
        try (Store store = Store.open(file)) {
            assertThatThrownBy(() -> Store.open(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(file + " is in use by another process");
            store.shelf("shadows").put("sato", "1");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**corrupt*");
    }

    @Test
    void a_file_that_cannot_be_made_stops_the_start_with_one_line() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(() -> Store.open(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(file + " cannot be made: ");
    }

    @Test
    void a_hundred_thousand_changes_of_a_few_texts_do_not_make_the_file_grow() throws IOException {
        try (Store store = Store.open(file)) {
            Shelf shelf = store.shelf("shadows");
            List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> {
                                for (int change = 0; change < 12_500; change++) {
                                    shelf.put("key " + (writer + change) % 20, "text".repeat(100) + change);
                                }
                            },
                            Threads.ONE_FOR_EACH))
                    .toList();
            writers.forEach(CompletableFuture::join);

            assertThat(Files.size(file)).isLessThan(2_000_000);
            assertThat(shelf.texts()).hasSize(20);
        }
    }

    private void fill() {
        try (Store store = Store.open(file)) {
            for (int key = 0; key < 1000; key++) {
                store.shelf("shadows").put("key " + key, "text " + key + " " + "x".repeat(200));
            }
        }
    }

    private static byte[] appended(byte[] content, String tail) {
        return new String(content, StandardCharsets.ISO_8859_1).concat(tail).getBytes(StandardCharsets.ISO_8859_1);
    }
}
