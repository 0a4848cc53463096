package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.web.WebServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueuesDoorTest {

    @Test
    void it_tells_how_many_messages_wait_are_worked_on_and_are_held_back() {
        try (SqsServer sqs = new SqsServer("127.0.0.1", 0)) {
            sqs.start();
            SqsCaller caller = new SqsCaller(() -> URI.create("http://localhost:" + sqs.port()));
            WebServer server = WebServer.start("127.0.0.1", 0, routes -> new QueuesDoor(caller).addTo(routes));
            try {
                caller.send("yobidashi-acks", "{}").join();
                caller.send("yobidashi-acks", "{}").join();
                caller.call("ReceiveMessage", Map.of("QueueUrl", caller.url("yobidashi-acks")))
                        .join();
                caller.call(
                                "SendMessage",
                                Map.of(
                                        "QueueUrl",
                                        caller.url("yobidashi-resets"),
                                        "MessageBody",
                                        "{}",
                                        "DelaySeconds",
                                        900))
                        .join();
                caller.send("yobidashi-acks-dlq", "{}").join();

                Browser browser = new Browser(URI.create("http://localhost:" + server.port()));
                HttpResponse<String> answer = browser.get("/queues");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body())
                        .startsWith("[{\"name\":\"yobidashi-acks\",\"waiting\":1,\"inFlight\":1,\"delayed\":0},"
                                + "{\"name\":\"yobidashi-acks-dlq\",\"waiting\":1,\"inFlight\":0,\"delayed\":0},")
                        .contains("{\"name\":\"yobidashi-resets\",\"waiting\":0,\"inFlight\":0,\"delayed\":1}");

                sqs.stop();
                assertThat(browser.get("/queues").statusCode()).isEqualTo(503);
            } finally {
                server.close();
            }
        }
    }
}
