package io.yobidashi.core.telling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackMarkupTest {
    @ParameterizedTest
    @ValueSource(strings = {"3 min", "<!channel> & <@USATO>", "&lt;", "&amp;lt;", "a > b", ""})
    void what_is_escaped_reads_the_same_and_mentions_nobody(String text) {
        assertThat(SlackMarkup.escaped(text)).doesNotContain("<", ">");
        assertThat(SlackMarkup.unescaped(SlackMarkup.escaped(text))).isEqualTo(text);
    }

    @Test
    void a_member_is_mentioned_and_nobody_else_by_what_stands_in_place_of_an_id() {
        assertThat(SlackMarkup.mention("USATO")).isEqualTo("<@USATO>");
        assertThat(SlackMarkup.mention("x> <!here")).isEqualTo("<@x&gt; &lt;!here>");
    }
}
