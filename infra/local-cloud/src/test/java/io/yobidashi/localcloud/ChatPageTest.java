package io.yobidashi.localcloud;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The chat page in a real browser, on a real local cloud whose ack-service is overloaded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatPageTest {
    private static final String JSON = "application/json";

    private Chromium chromium;
    private Receiver ackService;
    private LocalCloud cloud;
    private Browser services;
    private Page page;

    @BeforeAll
    void start() {
        chromium = Chromium.startOrSkip();
        ackService = new Receiver(503, "{\"detail\":\"The queue is away.\"}");
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral().withAckService(ackService::address));
        services = new Browser(cloud.endpoints().http());
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
            ackService.close();
            cloud.close();
        }
    }

    @BeforeEach
    void open() {
        page = chromium.page(1200, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        page.context().close();
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void a_call_appears_live_with_its_blocks() {
        visit();

        services.post("/slack/webhook", JSON, """
                {"text":"<@USATO> call","blocks":[
                 {"type":"header","text":{"type":"plain_text","text":":bell: Call 1"}},
                 {"type":"section","text":{"type":"mrkdwn","text":"*Reception* <https://board.example/?a=1&amp;b=2|board>"},
                  "fields":[{"type":"mrkdwn","text":"<@USATO>"}]},
                 {"type":"actions","elements":[{"type":"button","action_id":"ack","style":"primary",
                  "text":{"type":"plain_text","text":"On my way"}}]},
                 {"type":"context","elements":[{"type":"mrkdwn","text":"button `G030`"}]}]}""");

        Locator message = message("Call 1");
        assertThat(message.locator("h3")).hasText("🔔 Call 1");
        assertThat(message.locator(".app")).hasText("APP");
        assertThat(message.locator("strong")).hasText("Reception");
        assertThat(message.getByText("board", new Locator.GetByTextOptions().setExact(true)))
                .hasAttribute("href", "https://board.example/?a=1&b=2");
        assertThat(message.locator(".fields")).hasText("@佐藤");
        assertThat(message.locator(".action.primary")).hasText("On my way");
        assertThat(message.locator(".context code")).hasText("G030");
        assertThat(message.locator(".answers")).containsText("佐藤 Sato:");
    }

    @Test
    void text_is_always_text() {
        visit();

        services.post("/slack/webhook", JSON, """
                {"text":"<img src=x onerror=alert(1)> <javascript:alert(1)|click me> &lt;b&gt;bold&lt;/b&gt;"}""");

        Locator message = message("click me");
        assertThat(message.locator(".text"))
                .hasText("<img src=x onerror=alert(1)> <javascript:alert(1)|click me> <b>bold</b>");
        assertThat(message.locator("img, a, b:not(.author)")).hasCount(0);
    }

    @Test
    void somebody_speaks_and_reads_in_words_that_it_was_not_delivered() {
        visit();

        page.getByLabel("Speak as").selectOption("USUZUKI");
        page.locator("#text").fill("ok 3 min <b> @Tanaka");
        page.locator("#text").press("Enter");

        Locator message = message("ok 3 min <b> @田中");
        assertThat(message.locator(".author")).hasText("鈴木 Suzuki");
        assertThat(message.locator(".app")).hasCount(0);
        assertThat(page.locator("#text")).hasValue("");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("outgoing webhook: the receiver cannot take it now (503) “The queue is away.”");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("相手は今受け取れません");
    }

    @Test
    void a_line_that_is_composed_in_Japanese_is_not_sent_by_its_Enter() {
        visit();

        page.locator("#text").fill("へんかん");
        page.locator("#text")
                .evaluate("box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true}))");
        page.locator("#text").press("Shift+Enter");
        page.locator("#text").pressSequentially("2");

        assertThat(page.locator("#text")).hasValue("へんかん\n2");
        assertThat(message("へんかん")).hasCount(0);
    }

    @Test
    void a_thread_is_opened_answered_and_closed_with_the_keyboard() {
        services.post("/slack/webhook", JSON, "{\"text\":\"thread starts here\"}");
        visit();
        Locator parent = message("thread starts here");

        parent.locator("[data-key=reply]").press("Enter");
        assertThat(page.locator("#reply")).isFocused();
        page.locator("#reply").pressSequentially("first reply");
        page.locator("#reply").press("Enter");

        assertThat(page.locator("#thread .message").last()).containsText("first reply");
        assertThat(parent.locator(".thread-link")).containsText("1件の返信 1 reply");
        assertThat(message("first reply")).hasCount(0);
        page.keyboard().press("Escape");
        assertThat(page.locator("#thread")).isHidden();
        assertThat(parent.locator(".thread-link")).isFocused();
    }

    @Test
    void a_lost_connection_is_told_and_comes_back_by_itself() {
        AtomicBoolean away = new AtomicBoolean(true);
        page.route("**/slack/stream", route -> {
            if (away.get()) {
                route.fulfill(new FulfillOptions().setStatus(503));
            } else {
                route.resume();
            }
        });
        services.post("/slack/webhook", JSON, "{\"text\":\"said meanwhile\"}");
        page.navigate(cloud.endpoints().http().resolve("/slack.html").toString());

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Connection lost");
        away.set(false);

        assertThat(message("said meanwhile")).isVisible();
        assertThat(page.locator("#offline")).isHidden();
    }

    @Test
    void commands_that_slack_would_not_take_stay_in_the_box() {
        visit();

        page.locator("#text").fill("/yobidash help");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("/yobidash is no command here");
        assertThat(page.locator("#text")).hasValue("/yobidash help");
    }

    private void visit() {
        page.navigate(cloud.endpoints().http().resolve("/slack.html").toString());
        assertThat(page.locator("#speaker option")).hasCount(4);
    }

    private Locator message(String text) {
        return page.locator("#log .message").filter(new Locator.FilterOptions().setHasText(text));
    }
}
