package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuePlanTest {
    private static final String GOOD = "{visibilityTimeout: 10s, retention: 4d";

    @Test
    void a_dead_letter_queue_comes_before_the_queue_that_needs_it() {
        QueuePlan plan =
                QueuePlan.parse("a: " + GOOD + ", deadLetters: {queue: z, maxReceiveCount: 3}}\nz: " + GOOD + "}");

        assertThat(plan.withAttributes().keySet()).containsExactly("z", "a");
        assertThat(plan.withAttributes().get("a"))
                .isEqualTo(Map.of(
                        "VisibilityTimeout",
                        "10",
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:elasticmq:000000000000:z\",\"maxReceiveCount\":3}"));
    }

    @Test
    void an_unplanned_queue_keeps_its_messages_as_long_as_on_aws() {
        assertThat(QueuePlan.parse("{}").retentionOf("mine")).isEqualTo(Duration.ofDays(4));
        assertThat(QueuePlan.parse("a: {visibilityTimeout: 10s, retention: 60s}")
                        .retentionOf("a"))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: {visibilityTimeout: 13h, retention: 4d} | queues.yaml, a: visibilityTimeout must be 0 to 43200 seconds, but is 13h",
                "a: {visibilityTimeout: 10s, retention: 59s} | queues.yaml, a: retention must be 60 to 1209600 seconds, but is 59s",
                "a: {visibilityTimeout: 10s, retention: 15d} | queues.yaml, a: retention must be 60 to 1209600 seconds, but is 15d",
                "a: {visibilityTimeout: ten, retention: 4d} | 'ten' is no length of time like 10s, 5m, 12h or 4d",
                "a: {visibilityTimeout: 10s} | queues.yaml, a: visibilityTimeout and retention must be there",
                "a: {visibilityTimeout: 10s, retention: 4d, colour: red} | queues.yaml, a.colour: Unrecognized field",
                "a: | queues.yaml, a: nothing is said of it",
                "'a b': {visibilityTimeout: 10s, retention: 4d} | queues.yaml, a b: the name of a queue has 1 to 80",
                "a: {visibilityTimeout: 10s, retention: 4d, deadLetters: {queue: z, maxReceiveCount: 3}} | its dead-letter queue z is not in the file",
                "a: {visibilityTimeout: 10s, retention: 4d, deadLetters: {queue: a, maxReceiveCount: 3}} | its dead-letter queue a must not have one itself",
                "a: {visibilityTimeout: 10s, retention: 4d, deadLetters: {queue: z, maxReceiveCount: 1001}} | maxReceiveCount must be 1 to 1000, but is 1001",
                "a: {visibilityTimeout: 10s, retention: 4d, deadLetters: {queue: z}} | maxReceiveCount must be 1 to 1000, but is 0",
                "a: {visibilityTimeout: 10s, retention: 4d, deadLetters: {maxReceiveCount: 3}} | queue must be there",
                "a: {visibilityTimeout: 10s | queues.yaml, line 1",
                "`` | queues.yaml: No content",
                "- a | queues.yaml",
                "just text | queues.yaml"
            })
    void wrong_content_is_one_line_that_says_where_and_why(String yaml, String line) {
        assertThatThrownBy(() -> QueuePlan.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line)
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_queue_that_is_there_twice_is_wrong() {
        assertThatThrownBy(() -> QueuePlan.parse("a: " + GOOD + "}\na: " + GOOD + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Duplicate field 'a'");
    }
}
