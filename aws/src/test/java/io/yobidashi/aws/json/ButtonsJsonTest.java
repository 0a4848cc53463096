package io.yobidashi.aws.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.buttons.Counter;
import io.yobidashi.core.testing.SampleRoster;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonsJsonTest {
    private static final Instant AT = Instant.ofEpochMilli(1_763_928_000_123L);
    private static final ButtonHealth FULL =
            new ButtonHealth(0.75, AT, AT.minusSeconds(60), new Counter(42, 0xFFFFFFFDL, 1), AT.plusSeconds(1));
    private static final ButtonHealth BARE = new ButtonHealth(null, AT, null, null, AT);
    private static final Map<String, ButtonHealth> BUTTONS =
            Map.of(SampleRoster.SATO_BUTTON, FULL, SampleRoster.SATO_OTHER_BUTTON, BARE);

    @Test
    void the_golden_file_is_understood() {
        assertThat(ButtonsJson.decode(Golden.tree("buttons"))).isEqualTo(BUTTONS);
    }

    @Test
    void merged_into_an_empty_shadow_an_update_reads_as_the_golden_file() throws JsonProcessingException {
        ObjectNode shadow = ShadowMerge.merge(ButtonsJson.empty(), ButtonsJson.patch(BUTTONS));

        assertThat(Golden.MAPPER.readTree(shadow.toString())).isEqualTo(Golden.tree("buttons"));
    }

    @Test
    void an_update_takes_away_what_a_button_does_not_tell_any_more() {
        ObjectNode shadow =
                ShadowMerge.merge(Golden.tree("buttons"), ButtonsJson.patch(Map.of(SampleRoster.SATO_BUTTON, BARE)));

        assertThat(ButtonsJson.decode(shadow).get(SampleRoster.SATO_BUTTON)).isEqualTo(BARE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "{}", "{'notedAt':'now'}", "{'battery':'full','notedAt':1}", "[1]"})
    void what_makes_no_sense_hides_no_other_button(String nonsense) throws JsonProcessingException {
        ObjectNode shadow = Golden.tree("buttons");
        shadow.set(SampleRoster.SATO_OTHER_BUTTON, Golden.MAPPER.readTree(nonsense.replace('\'', '"')));

        assertThat(ButtonsJson.decode(shadow)).containsOnlyKeys(SampleRoster.SATO_BUTTON);
    }

    @Test
    void an_empty_section_knows_no_button() {
        assertThat(ButtonsJson.decode(MissingNode.getInstance())).isEmpty();
        assertThat(ButtonsJson.decode(NullNode.getInstance())).isEmpty();
        assertThat(ButtonsJson.decode(ButtonsJson.empty())).isEmpty();
    }

    /** AWS IoT takes 8 KB; the largest values that the keys can have. */
    @Test
    void thirty_buttons_fit_into_a_shadow() {
        ButtonHealth longest =
                new ButtonHealth(0.123456789, AT, AT, new Counter(Long.MAX_VALUE, 0xFFFFFFFFL, 9_999), AT);
        Map<String, ButtonHealth> many = new HashMap<>();
        for (int i = 10; i < 40; i++) {
            many.put("G030PM00000000" + i, longest);
        }

        byte[] document = ButtonsJson.patch(many).toString().getBytes(StandardCharsets.UTF_8);

        assertThat(document).hasSizeLessThan(8 * 1024);
    }
}
