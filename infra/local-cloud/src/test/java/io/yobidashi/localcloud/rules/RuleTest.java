package io.yobidashi.localcloud.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    @Test
    void the_bundled_rules_forward_buttons_to_the_queue_of_presses() {
        assertThat(Rule.bundled())
                .extracting(Rule::name, rule -> rule.statement().from().text(), Rule::queue)
                .containsExactly(
                        tuple("developer_buttons", "iotbutton/+", "yobidashi-presses"),
                        tuple("soracom_funnel", "funnel/+", "yobidashi-presses"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rules: [{name: a, sql: "SELECT b FROM 'c'", sqs: q}] | rules.yaml: rule a: only SELECT *
            rules: [{name: a-b, sql: "SELECT * FROM 'c'", sqs: q}] | rules.yaml: a rule's name is letters, digits and underscores, not 'a-b'
            rules: [{name: a, sqs: q}]                           | rules.yaml: rule a needs sql and sqs
            rules: [{name: a, sql: "SELECT * FROM 'c'"}]         | rules.yaml: rule a needs sql and sqs
            rules: [{name: a, sql: "SELECT * FROM 'c'", sqs: q, sns: t}] | rules.yaml: Unrecognized field "sns"
            regeln: []                                           | rules.yaml: a list named rules is all that it may hold
            rules: [                                             | rules.yaml: while parsing
            """)
    void a_senseless_file_is_refused_in_one_line(String yaml, String line) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith(line)
                .doesNotContain("\n");
    }

    private static List<Rule> read(String yaml) throws IOException {
        return Rule.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
