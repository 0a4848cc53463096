package io.yobidashi.localcloud.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page is of many files; a missing one would leave it empty. */
class ControlPageTest {
    private static final Pattern REFERENCE =
            Pattern.compile("(?:href|src)=\"([\\w/-]+\\.(?:css|js|svg))\"|from \"(\\./[\\w/-]+\\.js)\"");

    @Test
    void every_file_of_it_is_there_with_its_type_and_nothing_is_inline() {
        WebServer server = WebServer.start("127.0.0.1", 0, routes -> {});
        try {
            Map<URI, HttpResponse<String>> files = new LinkedHashMap<>();
            collect(URI.create("http://localhost:" + server.port() + "/index.html"), files);

            assertThat(files).hasSizeGreaterThan(10);
            assertThat(files).allSatisfy((address, file) -> {
                assertThat(file.statusCode()).as(address.toString()).isEqualTo(200);
                assertThat(file.headers().firstValue("Content-Type").orElseThrow())
                        .contains(typeOf(address.getPath()));
                assertThat(file.body()).doesNotContainPattern("<script>|<style|\\sstyle=|\\son[a-z]+=\"|https://");
            });
        } finally {
            server.close();
        }
    }

    private static void collect(URI address, Map<URI, HttpResponse<String>> files) {
        HttpResponse<String> file = new Browser(address).get(address.getPath());
        files.put(address, file);
        Matcher references = REFERENCE.matcher(file.body());
        while (references.find()) {
            String reference = references.group(1) == null ? references.group(2) : references.group(1);
            URI next = address.resolve(reference);
            if (!files.containsKey(next)) {
                collect(next, files);
            }
        }
    }

    private static String typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.'))) {
            case ".js" -> "javascript";
            case ".css" -> "css";
            case ".svg" -> "svg";
            default -> "html";
        };
    }
}
