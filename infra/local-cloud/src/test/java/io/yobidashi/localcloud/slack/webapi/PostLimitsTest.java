package io.yobidashi.localcloud.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.slack.api.methods.SlackApiException;
import com.slack.api.webhook.Payload;
import com.slack.api.webhook.WebhookResponse;
import io.yobidashi.localcloud.slack.SlackRig;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostLimitsTest {
    private final SlackRig rig = new SlackRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void beyond_the_burst_a_channel_has_to_wait_and_another_has_not() throws Exception {
        rig.send("PUT /slack/channels/C0OTHER {}");
        rig.send("PUT /slack/limits {\"postsPerSecond\":0.5,\"burst\":3}");
        post(SlackRig.CHANNEL);
        post(SlackRig.CHANNEL);
        assertThat(hook().getCode()).isEqualTo(200);

        SlackApiException refused = catchThrowableOfType(SlackApiException.class, () -> post(SlackRig.CHANNEL));
        WebhookResponse refusedHook = hook();

        assertThat(refused.getResponse().code()).isEqualTo(429);
        assertThat(refused.getResponse().header("Retry-After")).isEqualTo("2");
        assertThat(refused.getResponseBody()).isEqualTo("{\"ok\":false,\"error\":\"ratelimited\"}");
        assertThat(refusedHook.getCode()).isEqualTo(429);
        assertThat(refusedHook.getHeaders().get("retry-after")).containsExactly("2");
        post("C0OTHER");
        assertThat(rig.messages()).hasSize(4);
    }

    @Test
    void who_waits_as_long_as_told_may_post_again() throws Exception {
        rig.send("PUT /slack/limits {\"postsPerSecond\":1,\"burst\":1}");
        post(SlackRig.CHANNEL);
        assertThat(hook().getCode()).isEqualTo(429);

        rig.clock.advance(Duration.ofSeconds(1));

        assertThat(hook().getCode()).isEqualTo(200);
        assertThat(hook().getCode()).isEqualTo(429);
    }

    @Test
    void without_limits_nobody_waits() throws Exception {
        rig.send("PUT /slack/limits {\"postsPerSecond\":1,\"burst\":1}");
        assertThat(rig.send("DELETE /slack/limits").statusCode()).isEqualTo(204);

        post(SlackRig.CHANNEL);
        post(SlackRig.CHANNEL);

        assertThat(rig.messages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{", "{\"postsPerSecond\":0}", "{\"postsPerSecond\":1,\"burst\":0}"})
    void a_senseless_limit_is_refused(String body) {
        assertThat(rig.send("PUT /slack/limits " + body).statusCode()).isEqualTo(400);
    }

    private void post(String channel) throws IOException, SlackApiException {
        rig.api().chatPostMessage(post -> post.channel(channel).text("a"));
    }

    private WebhookResponse hook() throws IOException {
        return rig.slack()
                .send(
                        rig.address() + "/slack/webhook",
                        Payload.builder().text("a").build());
    }
}
