package io.yobidashi.localcloud.slack.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentReaderTest {

    /** Slack's page_formatting: three characters are escaped; the rows "posted" are how apps that forget it are seen. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            typed ; "1 < 2 & 3 > 2" ; "1 &lt; 2 &amp; 3 &gt; 2"
            typed ; "<@USATO> <!here> <#C0BOOTH>" ; "<@USATO> <!here> <#C0BOOTH>"
            typed ; "&lt;" ; "&amp;lt;"
            typed ; "<@sato>" ; "&lt;@sato&gt;"
            posted ; "a & b &amp; c" ; "a &amp; b &amp; c"
            posted ; "<https://a.example/?a=1&b=2|a> < b" ; "<https://a.example/?a=1&b=2|a> &lt; b"
            posted ; "<@USATO|sato> <!subteam^S1|team>" ; "<@USATO|sato> <!subteam^S1|team>"
            posted ; "<b>bold</b>" ; "&lt;b&gt;bold&lt;/b&gt;"
            """)
    void text_is_kept_escaped(String by, String text, String kept) {
        assertThat(by.equals("typed") ? Markup.typed(text) : Markup.posted(text))
                .isEqualTo(kept);
    }

    @Test
    void ids_that_are_not_named_are_made() throws Exception {
        JsonNode blocks = accepted("""
                {"blocks":[{"type":"divider"},{"type":"actions","block_id":"mine","elements":[
                {"type":"button","text":{"type":"plain_text","text":"a"}},
                {"type":"button","action_id":"ack","text":{"type":"plain_text","text":"b"}}]}]}""").blocks();

        assertThat(blocks.at("/0/block_id").asText()).isNotEmpty();
        assertThat(blocks.at("/1/block_id").asText()).isEqualTo("mine");
        assertThat(blocks.at("/1/elements/0/action_id").asText()).isNotEmpty();
        assertThat(blocks.at("/1/elements/1/action_id").asText()).isEqualTo("ack");
    }

    /** chat.update: what is not named stays, what is empty goes. */
    @Test
    void an_edit_keeps_what_it_does_not_name() throws Exception {
        Content before = accepted("""
                {"text":"a","blocks":[{"type":"divider"}],"metadata":{"event_type":"e","event_payload":{}}}""");

        Content text = over(before, "{\"text\":\"b\"}");
        Content noBlocks = over(before, "{\"blocks\":[],\"metadata\":{}}");

        assertThat(text.text()).isEqualTo("b");
        assertThat(text.blocks()).isEqualTo(before.blocks());
        assertThat(text.metadata()).isEqualTo(before.metadata());
        assertThat(noBlocks).isEqualTo(Content.of("a"));
    }

    private static Content accepted(String fields) throws Exception {
        return over(Content.NOTHING, fields);
    }

    private static Content over(Content before, String fields) throws Exception {
        ContentReader.Reading reading = ContentReader.readOver(before, new ObjectMapper().readTree(fields));
        assertThat(reading).isInstanceOf(ContentReader.Accepted.class);
        return ((ContentReader.Accepted) reading).content();
    }
}
