package io.yobidashi.localcloud.slack.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One row per rule, and the same just within it. In the JSON, {@code #75} stands for so many letters, and
 * {@code [50 x …]} for so many items, where {@code %} is the number of the item.
 */
class BlockRulesTest {
    private static final String BLOCK = "https://docs.slack.dev/reference/block-kit/blocks/";
    private static final Pattern ITEMS = Pattern.compile("\\[(\\d+) x (.*?)\\](?=$|\\}\\]$)");
    private static final Pattern LETTERS = Pattern.compile("#(\\d+)");

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            blocks/                        | /blocks                       | [51 x {"type":"divider"}]
            blocks/                        | /blocks/0/type                | [{"type":"sektion"}]
            blocks/                        | /blocks/0/type                | ["divider"]
            blocks/                        | /blocks/0/type                | [{}]
            blocks/                        | /blocks/0/block_id            | [{"type":"divider","block_id":"#256"}]
            blocks/                        | /blocks/1/block_id            | [{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]
            blocks/section-block           | /blocks/0                     | [{"type":"section"}]
            blocks/section-block           | /blocks/0/text                | [{"type":"section","text":"plain"}]
            blocks/section-block           | /blocks/0/text/text           | [{"type":"section","text":{"type":"mrkdwn","text":"#3001"}}]
            blocks/section-block           | /blocks/0/fields              | [{"type":"section","fields":[11 x {"type":"mrkdwn","text":"a"}]}]
            blocks/section-block           | /blocks/0/fields/0/text       | [{"type":"section","fields":[{"type":"mrkdwn","text":"#2001"}]}]
            composition-objects/text-object | /blocks/0/text/text          | [{"type":"section","text":{"type":"mrkdwn","text":""}}]
            composition-objects/text-object | /blocks/0/text               | [{"type":"section","text":{"type":"html","text":"a"}}]
            blocks/header-block            | /blocks/0/text                | [{"type":"header","text":{"type":"mrkdwn","text":"a"}}]
            blocks/header-block            | /blocks/0/text/text           | [{"type":"header","text":{"type":"plain_text","text":"#151"}}]
            blocks/context-block           | /blocks/0/elements            | [{"type":"context","elements":[11 x {"type":"mrkdwn","text":"a"}]}]
            blocks/context-block           | /blocks/0/elements/0          | [{"type":"context","elements":[{"type":"button"}]}]
            blocks/image-block             | /blocks/0                     | [{"type":"image","alt_text":"a"}]
            blocks/image-block             | /blocks/0/alt_text            | [{"type":"image","image_url":"http://a"}]
            blocks/markdown-block          | /blocks/0/text                | [{"type":"markdown","text":"#12001"}]
            blocks/actions-block           | /blocks/0/elements            | [{"type":"actions","elements":[]}]
            blocks/actions-block           | /blocks/0/elements            | [{"type":"actions","elements":[26 x {"type":"button","action_id":"a%","text":{"type":"plain_text","text":"a"}}]}]
            block-elements/                | /blocks/0/elements/0/type     | [{"type":"actions","elements":[{"type":"knob"}]}]
            block-elements/button-element  | /blocks/0/elements/0/text     | [{"type":"actions","elements":[{"type":"button"}]}]
            block-elements/button-element  | /blocks/0/elements/0/text     | [{"type":"actions","elements":[{"type":"button","text":{"type":"mrkdwn","text":"a"}}]}]
            block-elements/button-element  | /blocks/0/elements/0/text/text | [{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"#76"}}]}]
            block-elements/button-element  | /blocks/0/elements/0/action_id | [{"type":"actions","elements":[{"type":"button","action_id":"#256","text":{"type":"plain_text","text":"a"}}]}]
            block-elements/button-element  | /blocks/0/elements/1          | [{"type":"actions","elements":[2 x {"type":"button","action_id":"same","text":{"type":"plain_text","text":"a"}}]}]
            block-elements/button-element  | /blocks/0/elements/0/value    | [{"type":"actions","elements":[{"type":"button","value":"#2001","text":{"type":"plain_text","text":"a"}}]}]
            block-elements/button-element  | /blocks/0/elements/0/url      | [{"type":"actions","elements":[{"type":"button","url":"#3001","text":{"type":"plain_text","text":"a"}}]}]
            block-elements/button-element  | /blocks/0/elements/0/style    | [{"type":"actions","elements":[{"type":"button","style":"red","text":{"type":"plain_text","text":"a"}}]}]
            block-elements/button-element  | /blocks/0/accessory/text/text | [{"type":"section","text":{"type":"mrkdwn","text":"a"},"accessory":{"type":"button","text":{"type":"plain_text","text":"#76"}}}]
            """)
    void a_broken_rule_is_found_where_it_is_broken(String source, String pointer, String blocks) {
        List<String> violations = BlockRules.violations(expanded(blocks));

        assertThat(violations).as(BLOCK + source).isNotEmpty();
        assertThat(violations.get(0)).endsWith("[json-pointer:" + pointer + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [50 x {"type":"divider"}]
            [{"type":"divider","block_id":"#255"}]
            [{"type":"section","text":{"type":"mrkdwn","text":"#3000"}}]
            [{"type":"section","fields":[10 x {"type":"plain_text","text":"#2000"}]}]
            [{"type":"header","text":{"type":"plain_text","text":"#150"}}]
            [{"type":"context","elements":[10 x {"type":"mrkdwn","text":"a"}]}]
            [{"type":"context","elements":[{"type":"image","image_url":"http://a","alt_text":"a"}]}]
            [{"type":"image","slack_file":{"id":"F1"},"alt_text":"a"}]
            [{"type":"actions","elements":[25 x {"type":"button","action_id":"a%","text":{"type":"plain_text","text":"#75"}}]}]
            [{"type":"actions","elements":[{"type":"button","action_id":"#255","value":"#2000","url":"#3000","style":"danger","text":{"type":"plain_text","text":"a"}}]}]
            [{"type":"actions","elements":[{"type":"static_select","action_id":"s"}]}]
            [{"type":"actions","elements":[{"type":"button","action_id":"same","text":{"type":"plain_text","text":"a"}}]},{"type":"actions","elements":[{"type":"button","action_id":"same","text":{"type":"plain_text","text":"a"}}]}]
            [{"type":"section","text":{"type":"mrkdwn","text":"a"},"accessory":{"type":"image","image_url":"http://a","alt_text":"a"}}]
            [{"type":"rich_text","elements":[]}]
            []
            """)
    void what_keeps_to_the_rules_is_taken(String blocks) {
        assertThat(BlockRules.violations(expanded(blocks))).isEmpty();
    }

    private static JsonNode expanded(String text) {
        String letters = LETTERS.matcher(text).replaceAll(number -> "a".repeat(Integer.parseInt(number.group(1))));
        Matcher items = Pattern.compile("\\[(\\d+) x (.*?)\\](?=$|\\}\\]$)").matcher(letters);
        String all = items.replaceAll(list -> Matcher.quoteReplacement("[" + repeated(list) + "]"));
        try {
            return new ObjectMapper().readTree(all);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + all, e);
        }
    }

    private static String repeated(MatchResult list) {
        return IntStream.range(0, Integer.parseInt(list.group(1)))
                .mapToObj(i -> list.group(2).replace("%", "" + i))
                .collect(Collectors.joining(","));
    }
}
