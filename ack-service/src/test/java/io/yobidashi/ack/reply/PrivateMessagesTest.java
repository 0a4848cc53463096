package io.yobidashi.ack.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against something that answers when it is told to, as Slack does not. */
class PrivateMessagesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private HttpServer slack;
    private PrivateMessages.WebApi api;
    private WayBack.ResponseUrl way;

    @BeforeEach
    void start() throws IOException {
        slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slack.setExecutor(Executors.newCachedThreadPool());
        slack.createContext("/", exchange -> {
            came.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            waitForLeave();
            answered.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        slack.start();
        URI base = URI.create("http://localhost:" + slack.getAddress().getPort() + "/");
        api = new PrivateMessages.WebApi(base, Optional.empty());
        way = new WayBack.ResponseUrl(base.resolve("response"));
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        slack.stop(0);
    }

    @Test
    void a_stop_waits_for_what_is_on_its_way() {
        PrivateMessages messages = new PrivateMessages(api, LONG);
        messages.send(way, "USATO", Said.of("you are on the way"));
        await().atMost(LONG).until(() -> came.get() == 1);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(messages::stop);
        assertThat(stopped).isNotDone();
        mayAnswer.countDown();

        await().atMost(LONG).until(stopped::isDone);
        assertThat(answered).hasValue(1);
    }

    @Test
    void a_stop_does_not_wait_for_ever_and_nothing_is_sent_after_it() {
        PrivateMessages messages = new PrivateMessages(api, Duration.ofMillis(200));
        messages.send(way, "USATO", Said.of("you are on the way"));
        await().atMost(LONG).until(() -> came.get() == 1);

        messages.stop();
        assertThat(answered).hasValue(0);

        mayAnswer.countDown();
        await().atMost(LONG).untilAsserted(() -> {
            messages.stop();
            assertThat(answered).hasValue(1);
        });
        messages.send(way, "USATO", Said.of("too late"));
        assertThat(came).hasValue(1);
    }

    private void waitForLeave() {
        try {
            assertThat(mayAnswer.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
