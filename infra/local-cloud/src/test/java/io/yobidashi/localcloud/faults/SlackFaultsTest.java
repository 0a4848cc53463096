package io.yobidashi.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.webhook.Payload;
import com.slack.api.webhook.WebhookResponse;
import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.Threads;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slack's own client against a Slack that misbehaves; pushes go through the incoming webhook. */
class SlackFaultsTest extends FaultContract {
    private Slack slack;
    private MethodsClient methods;
    private String mark;

    @Override
    void open() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(cloud.endpoints().http() + "/slack/api/");
        OkHttpClient tryingOnce =
                new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        slack = Slack.getInstance(config, new SlackHttpClient(tryingOnce));
        methods = slack.methods("xoxb-local");
    }

    @BeforeEach
    void markTheMessagesOfThisTest() {
        mark = UUID.randomUUID() + " ";
    }

    @Override
    void close() {
        try {
            slack.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    String name() {
        return "slack";
    }

    @Override
    String route() {
        return "webhook";
    }

    @Override
    CompletableFuture<Result> push(String text) {
        return CompletableFuture.supplyAsync(() -> post(text), Threads.ONE_FOR_EACH);
    }

    private Result post(String text) {
        try {
            Payload payload = Payload.builder().text(mark + text).build();
            WebhookResponse answer = slack.send(cloud.endpoints().http() + "/slack/webhook", payload);
            return answer.getCode() == 200
                    ? Result.DONE
                    : new Result(
                            Outcome.REFUSED,
                            answer.getCode(),
                            answer.getBody(),
                            Optional.ofNullable(answer.getHeaders().get("retry-after"))
                                    .map(values -> values.get(0)));
        } catch (SocketTimeoutException late) {
            throw new AssertionError(late);
        } catch (IOException cut) {
            return Result.CUT;
        }
    }

    @Override
    List<String> arrived() {
        String messages =
                new Browser(cloud.endpoints().http()).get("/slack/messages").body();
        return StreamSupport.stream(json(messages).spliterator(), false)
                .map(message -> message.path("text").asText())
                .filter(text -> text.startsWith(mark))
                .map(text -> text.substring(mark.length()))
                .toList();
    }

    @Override
    String failure() {
        return "rollup_error";
    }

    @Override
    String throttling() {
        return "ratelimited";
    }

    @Test
    void a_web_api_error_is_an_answer_that_is_not_ok() throws Exception {
        planFor("auth.test", "{'kind':'status','error':'token_revoked'}");

        SlackApiTextResponse answer = methods.authTest(request -> request);

        assertThat(answer.isOk()).isFalse();
        assertThat(answer.getError()).isEqualTo("token_revoked");
    }

    @Test
    void the_web_api_limits_and_fails_as_slack_does() {
        planFor("chat.postMessage", "{'kind':'retry-after','seconds':30}");
        SlackApiException limited = failureOfPosting();
        assertThat(limited.getResponse().code()).isEqualTo(429);
        assertThat(limited.getResponse().header("Retry-After")).isEqualTo("30");
        assertThat(limited.getError().getError()).isEqualTo("ratelimited");

        planFor("chat.postMessage", "{'kind':'status','status':503}");
        assertThat(failureOfPosting().getError().getError()).isEqualTo("service_unavailable");
        planFor("chat.postMessage", "{'kind':'status'}");
        assertThat(failureOfPosting().getError().getError()).isEqualTo("internal_error");
    }

    @Test
    void the_web_api_can_be_away() {
        planFor("*", "{'kind':'away','seconds':300}");

        assertThatThrownBy(() -> methods.chatPostMessage(request -> request.channel("C0BOOTH")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_message_of_the_bot_whose_answer_is_lost_is_in_the_channel_all_the_same() {
        planFor("chat.postMessage", "{'kind':'lost-answer','times':1}");

        assertThatThrownBy(() -> methods.chatPostMessage(
                        request -> request.channel("C0BOOTH").text(mark + "lost")))
                .isInstanceOf(IOException.class);

        assertThat(arrived()).containsExactly("lost");
    }

    @Test
    void a_message_of_the_bot_that_is_sent_twice_stands_there_twice() throws Exception {
        planFor("chat.postMessage", "{'kind':'twice','times':1}");

        assertThat(methods.chatPostMessage(request -> request.channel("C0BOOTH").text(mark + "double"))
                        .isOk())
                .isTrue();

        await().untilAsserted(() -> assertThat(arrived()).containsExactly("double", "double"));
    }

    @Test
    void the_error_of_a_webhook_decides_its_status() {
        plan("{'kind':'status','error':'channel_is_archived'}");

        assertThat(push("a").join()).isEqualTo(refused(410, "channel_is_archived"));
    }

    @Test
    void the_doors_of_people_and_the_pages_are_never_touched() {
        planFor("*", "{'kind':'away','seconds':300}");
        Browser browser = new Browser(cloud.endpoints().http());

        assertThat(browser.get("/slack.html").statusCode()).isEqualTo(200);
        assertThat(browser.get("/slack/messages").statusCode()).isEqualTo(200);
        assertThat(browser.post("/slack/say?user=USATO&text=hello").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/faults").statusCode()).isEqualTo(200);
    }

    private SlackApiException failureOfPosting() {
        try {
            throw new AssertionError(methods.chatPostMessage(
                    request -> request.channel("C0BOOTH").text("x")));
        } catch (SlackApiException expected) {
            return expected;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
