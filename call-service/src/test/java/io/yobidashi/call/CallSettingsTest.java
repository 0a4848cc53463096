package io.yobidashi.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.call.slack.Access;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.rules.Meaning;
import io.yobidashi.core.rules.Meanings;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallSettingsTest {
    private static final String WEBHOOK = "https://hooks.slack.com/services/T0/B0/s3cret";
    private static final Map<String, String> ENOUGH =
            Map.of("YOBIDASHI_SLACK_WEBHOOK_URL", WEBHOOK, "YOBIDASHI_PRESS_TOKEN", "token");

    @Test
    void one_secret_and_the_webhook_are_enough() {
        CallSettings settings = of(ENOUGH);
        assertThat(settings.way()).isEqualTo(new CallSettings.Way.Webhook(URI.create(WEBHOOK)));
        assertThat(settings.language()).isEqualTo(Language.JA);
        assertThat(settings.secrets().insecure()).isFalse();
        assertThat(of(with("YOBIDASHI_LANG", "en")).language()).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @CsvSource({
        "YOBIDASHI_SLACK_WEBHOOK_URL,,'YOBIDASHI_SLACK_BOT_TOKEN is not set, nor is YOBIDASHI_SLACK_WEBHOOK_URL'",
        "YOBIDASHI_SLACK_WEBHOOK_URL,ftp://x,YOBIDASHI_SLACK_WEBHOOK_URL is no",
        "YOBIDASHI_PRESS_TOKEN,,YOBIDASHI_BEAM_SECRET is not set",
        "YOBIDASHI_LANG,fr,YOBIDASHI_LANG is 'fr'",
        "YOBIDASHI_INSECURE,yes,YOBIDASHI_INSECURE is 'yes'",
        "YOBIDASHI_DOUBLE,loud,YOBIDASHI_DOUBLE is 'loud'",
        "YOBIDASHI_LONG,TEST,YOBIDASHI_LONG is 'TEST'"
    })
    void what_is_missing_or_senseless_is_named(String name, String value, String line) {
        assertThatExceptionOfType(BadSettingException.class)
                .isThrownBy(() -> of(with(name, value)))
                .withMessageStartingWith(line);
    }

    @Test
    void a_double_click_is_urgent_and_a_long_one_a_test_unless_said_otherwise() {
        assertThat(of(ENOUGH).meanings()).isEqualTo(new Meanings(Meaning.URGENT, Meaning.TEST));

        Map<String, String> other = with("YOBIDASHI_DOUBLE", "press");
        other.put("YOBIDASHI_LONG", "urgent");
        assertThat(of(other).meanings()).isEqualTo(new Meanings(Meaning.PRESS, Meaning.URGENT));
    }

    @Test
    void the_bot_token_wins_and_slack_itself_is_the_default() {
        Map<String, String> both = with("YOBIDASHI_SLACK_BOT_TOKEN", "xoxb-1");
        assertThat(of(both).way())
                .isEqualTo(new CallSettings.Way.Bot(
                        new Access("xoxb-1", Optional.empty(), URI.create("https://slack.com/api/"))));

        both.put("YOBIDASHI_SLACK_API_URL", "http://localhost:8090/slack/api/");
        both.put("YOBIDASHI_SLACK_CHANNEL", "C0OTHER");
        assertThat(of(both).way())
                .isEqualTo(new CallSettings.Way.Bot(
                        new Access("xoxb-1", Optional.of("C0OTHER"), URI.create("http://localhost:8090/slack/api/"))));
    }

    @Test
    void a_door_without_secrets_must_be_asked_for() {
        Map<String, String> open = with("YOBIDASHI_PRESS_TOKEN", null);
        open.put("YOBIDASHI_INSECURE", "true");
        assertThat(of(open).secrets().insecure()).isTrue();
    }

    @Test
    void secrets_are_not_printed() {
        assertThat(of(ENOUGH)).asString().doesNotContain("token", "s3cret");
        assertThat(of(ENOUGH).way()).asString().doesNotContain("s3cret");
        assertThat(of(with("YOBIDASHI_SLACK_BOT_TOKEN", "xoxb-1")).way())
                .asString()
                .doesNotContain("xoxb");
        assertThat(of(ENOUGH).secrets()).asString().doesNotContain("token");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(ENOUGH);
        changed.put(name, value);
        return changed;
    }

    private static CallSettings of(Map<String, String> environment) {
        return CallSettings.of(new Settings(name -> Optional.ofNullable(environment.get(name))));
    }
}
