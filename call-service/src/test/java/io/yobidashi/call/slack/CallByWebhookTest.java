package io.yobidashi.call.slack;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of the life of a call where only an incoming webhook is set up. */
class CallByWebhookTest {
    private LocalCloud cloud;
    private Booth booth;

    @BeforeEach
    void open() throws IOException {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        booth = Booth.byWebhook(cloud);
    }

    @AfterEach
    void close() {
        booth.close();
        cloud.close();
    }

    @Test
    void news_are_short_messages_and_repeats_are_none() {
        booth.press(SATO_BUTTON);
        booth.press(SATO_BUTTON);
        booth.say("USATO", Kind.OK, "3 min");
        booth.press(SATO_BUTTON);
        booth.pass(Duration.ofMinutes(6));

        assertThat(booth.texts())
                .containsExactly(
                        "<@USATO> A visitor is calling you at Reception: reply \"ok 3 min\".",
                        "Reception: Sato is on the way (3 min).");

        booth.press(SATO_BUTTON);
        booth.pass(Duration.ofMinutes(6));

        assertThat(booth.texts()).endsWith("Reception: nobody answered the call for Sato.");
        assertThat(booth.messages()).noneMatch(message -> message.has("edited") || message.has("thread_ts"));
    }
}
