package io.yobidashi.localcloud;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.yobidashi.localcloud.web.WebServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chat page shows and asks for, with every answer of the server given by the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatDeedsTest {
    private static final String ABOUT = """
            {"channel":"C0BOOTH","addresses":{"board":"http://localhost:8080"},"people":[
             {"id":"sato","name":{"ja":"佐藤","en":"Sato"},"slack":"USATO"},
             {"id":"tanaka","name":{"ja":"田中","en":"Tanaka"},"slack":"UTANAKA"}]}""";
    private static final String CALL = """
            {"ts":"1763928000.000100","channel":"C0BOOTH","user":"BYOBIDASHI","text":"<@USATO> call",
             "reactions":[{"name":"eyes","users":["USATO","UTANAKA"]}],"edited":{"user":"BYOBIDASHI","ts":"1763928001.000000"},
             "blocks":[{"type":"section","text":{"type":"mrkdwn","text":"a call"}},{"type":"rich_text"},
              {"type":"actions","elements":[{"type":"button","action_id":"ack","text":{"type":"plain_text","text":"On my way"}}]}]}""";
    private static final String REPLY = """
            {"ts":"1763928002.000100","channel":"C0BOOTH","user":"USATO","text":"coming","thread_ts":"1763928000.000100"}""";
    private static final String PRIVATE = """
            {"ts":"1763928003.000100","channel":"C0BOOTH","user":"BYOBIDASHI","text":"which call?","to":"UTANAKA",
             "blocks":[{"type":"actions","elements":[{"type":"button","action_id":"choose","text":{"type":"plain_text","text":"This one"}}]}]}""";
    private static final String TAKEN =
            "{\"ts\":\"1\",\"deliveries\":[{\"road\":\"events\",\"status\":200,\"body\":\"\"}]}";
    private static final String NOT_TAKEN =
            "{\"ts\":\"1\",\"deliveries\":[{\"road\":\"interactions\",\"status\":502,\"body\":\"out of reach\"}]}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private WebServer server;

    @BeforeAll
    void start() {
        chromium = Chromium.startOrSkip();
        server = WebServer.start("127.0.0.1", 0, routes -> {});
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
            server.close();
        }
    }

    @Test
    void a_click_is_asked_for_and_its_failure_told() {
        Page page = open(1200, ColorScheme.LIGHT, CALL);

        page.getByText("On my way").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("interactivity: the receiver is out of reach (502)");
        assertThat(asked).containsExactly("POST /slack/messages/1763928000.000100/click?action=ack&user=USATO");
        end(page);
    }

    @Test
    void reactions_are_given_and_taken_back() {
        Page page = open(1200, ColorScheme.LIGHT, CALL);
        Locator pill = page.locator(".pill");

        assertThat(pill).hasText("👀 2");
        assertThat(pill).hasAttribute("aria-pressed", "true");
        pill.click();
        page.locator("#speaker").selectOption("UGUEST");
        assertThat(pill).hasAttribute("aria-pressed", "false");
        pill.click();
        page.locator("[data-key=react]").press("Enter");
        page.locator("#picker button").first().press("Enter");

        assertThat(page.locator("#picker")).isHidden();
        page.waitForCondition(() -> asked.size() == 3);
        assertThat(asked)
                .containsExactly(
                        "DELETE /slack/messages/1763928000.000100/react?user=USATO&name=eyes",
                        "POST /slack/messages/1763928000.000100/react?user=UGUEST&name=eyes",
                        "POST /slack/messages/1763928000.000100/react?user=UGUEST&name=white_check_mark");
        end(page);
    }

    @Test
    void a_command_goes_its_own_way() {
        Page page = open(1200, ColorScheme.LIGHT, CALL);

        page.locator("#text").fill("/yobidashi dnd 30");
        page.locator("#text").press("Enter");

        assertThat(page.locator("#text")).hasValue("");
        assertThat(asked).containsExactly("POST /slack/command?user=USATO&text=dnd+30");
        end(page);
    }

    @Test
    void edited_private_and_unknown_things_say_so() {
        Page page = open(1200, ColorScheme.LIGHT, CALL + "," + PRIVATE);
        Locator call = page.locator("#log .message").first();
        Locator whisper = page.locator("#log .message").last();

        assertThat(call.locator(".edited")).hasText("(編集済み edited)");
        assertThat(call.locator(".body")).containsText("a call@佐藤 callここでは表示できません Not shown here: rich_text");
        assertThat(whisper.locator(".only")).hasText("あなただけに表示 Only visible to you · 田中 Tanaka");
        assertThat(whisper.locator("[data-key=reply], [data-key=react]")).hasCount(0);
        whisper.getByText("This one").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Only Tanaka sees this");
        assertThat(asked).isEmpty();
        end(page);
    }

    @Test
    void of_a_long_conversation_only_the_end_is_drawn_and_the_rest_can_be_reached() {
        String all = IntStream.range(0, 5000)
                .mapToObj(n -> "{\"ts\":\"" + (1763928000 + 60 * n) + ".000100\",\"user\":\"USATO\",\"text\":\"no " + n
                        + ".\"}")
                .collect(Collectors.joining(","));
        Page page = open(1200, ColorScheme.LIGHT, all);
        Locator messages = page.locator("#log .message");

        assertThat(messages.last()).containsText("no 4999.");
        assertThat(messages.last()).isInViewport();
        assertThat(messages).hasCount(200);
        page.locator("#log .earlier").click();
        assertThat(messages.last()).containsText("no 4899.");
        assertThat(messages).hasCount(200);
        page.locator("#log .newest").click();
        assertThat(messages.last()).isInViewport();
        assertThat(messages.last()).containsText("no 4999.");
        end(page);
    }

    /** The rules are those of axe-core; what it calls serious or critical keeps somebody out. */
    @ParameterizedTest
    @CsvSource({"1200,LIGHT", "1200,DARK", "360,LIGHT", "360,DARK"})
    void nobody_is_kept_out(int width, ColorScheme colours) {
        Page page = open(width, colours, CALL + "," + REPLY + "," + PRIVATE);

        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(barriers(page)).isEmpty();
        page.locator(".thread-link").click();
        assertThat(page.locator("#thread .message")).hasCount(2);
        assertThat(barriers(page)).isEmpty();
        end(page);
    }

    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Rule::toString)
                        .toList();
    }

    private Page open(int width, ColorScheme colours, String messages) {
        asked.clear();
        Page page = chromium.page(width, colours);
        page.route("**/about", route -> answer(route, "application/json", ABOUT));
        page.route("**/slack/stream", route -> answer(route, "text/event-stream", stream(messages)));
        page.route("**/slack/channels", route -> answer(route, "application/json", "[]"));
        page.route("**/slack/{command,messages/**}**", this::note);
        page.navigate("http://localhost:" + server.port() + "/slack.html");
        assertThat(page.locator("#log .message").first()).isVisible();
        return page;
    }

    private void end(Page page) {
        page.context().close();
        assertThat(chromium.errors()).isEmpty();
    }

    private void note(Route route) {
        String url = route.request().url();
        asked.add(route.request().method() + " " + url.substring(url.indexOf("/slack/")));
        answer(route, "application/json", url.contains("/click") ? NOT_TAKEN : TAKEN);
    }

    /** The stream ends at once and says not to come again soon. */
    private static String stream(String messages) {
        return "retry: 600000\nevent: messages\ndata: [" + messages.replace("\n", "") + "]\n\n";
    }

    private static void answer(Route route, String type, String body) {
        route.fulfill(new FulfillOptions().setContentType(type).setBody(body));
    }
}
