package io.yobidashi.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Plans over HTTP, and what the metrics tell of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsDoorTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private LocalCloud cloud;

    @BeforeAll
    void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
    }

    @AfterEach
    void clear() {
        cloud.faults().clear();
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void plans_are_put_shown_and_deleted_over_http() throws Exception {
        String rules = "{\"rules\":[{\"route\":\"*\",\"kind\":\"slow\",\"times\":2}]}";

        assertThat(call("PUT", "/faults/sqs", rules).statusCode()).isEqualTo(200);
        call("PUT", "/faults/iot", rules);
        assertThat(call("GET", "/faults", "").body())
                .contains("\"iot\":{\"seed\":0,\"rules\":[{")
                .contains("\"left\":2");
        assertThat(call("DELETE", "/faults/iot", "").body()).contains("\"iot\":{\"seed\":0,\"rules\":[]}");
        assertThat(call("DELETE", "/faults", "").body()).contains("\"sqs\":{\"seed\":0,\"rules\":[]}");

        HttpResponse<String> refused = call("PUT", "/faults/sqs", "no plan");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(call("PUT", "/faults/s3", rules).statusCode()).isEqualTo(404);
    }

    @Test
    void faults_are_counted() throws Exception {
        cloud.faults().set("iot", "{\"rules\":[{\"route\":\"*\",\"kind\":\"status\",\"times\":1}]}");
        int before = counted();

        call("GET", "/things/sato/shadow", "");
        call("GET", "/things/sato/shadow", "");

        assertThat(counted()).isEqualTo(before + 1);
    }

    private int counted() throws Exception {
        String name = "local_cloud_faults_total{cloud=\"iot\",kind=\"status\"} ";
        String metrics = call("GET", "/q/metrics", "").body();
        assertThat(metrics).containsOnlyOnce("# TYPE local_cloud_faults_total counter\n");
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> Integer.parseInt(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(cloud.endpoints().http().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
