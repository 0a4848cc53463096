package io.yobidashi.localcloud.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources are pages of the AWS IoT SQL reference. */
class StatementTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_763_928_000_123L);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT * FROM 'a/b'                              | {"t":50}     | {"t":50}                          | SELECT clause
            select * from 'a/b'                              | {"t":50}     | {"t":50}                          | SELECT clause
            SELECT *, topic() AS topic FROM 'a/b'            | {"t":50}     | {"t":50,"topic":"a/b"}            | topic()
            SELECT *, topic(1) AS first FROM 'a/b'           | {"t":50}     | {"t":50,"first":"a"}              | topic(n)
            SELECT *, topic(2) as last FROM 'a/+'            | {"t":50}     | {"t":50,"last":"b"}               | topic(n)
            SELECT *, topic(3) AS none FROM 'a/b'            | {"t":50}     | {"t":50}                          | undefined is left out
            SELECT *, timestamp() AS ts FROM 'a/b'           | {"t":50}     | {"t":50,"ts":1763928000123}       | timestamp()
            SELECT *, topic() AS topic, timestamp() AS ts FROM 'a/#' | {"t":50} | {"t":50,"topic":"a/b","ts":1763928000123} | functions
            SELECT *, timestamp() AS t FROM 'a/b'            | {"t":50}     | {"t":1763928000123}               | AS
            SELECT * FROM 'a/b'                              | no json      | no json                           | binary payloads
            SELECT * FROM 'a/b'                              | [1,2]        | [1,2]                             | binary payloads
            SELECT *, timestamp() AS ts FROM 'a/b'           | ``           | {"ts":1763928000123}              | binary payloads
            """)
    void a_statement_selects(String sql, String payload, String selected, String source) {
        assertThat(apply(sql, payload)).as(source).contains(selected);
    }

    @Test
    void a_statement_may_stand_on_several_lines() {
        assertThat(apply("SELECT *,\n  topic() AS topic\nFROM 'a/b'\n", "{}")).contains("{\"topic\":\"a/b\"}");
    }

    @Test
    void its_topic_filter_is_that_of_the_FROM_clause() {
        assertThat(Statement.parse("SELECT * FROM 'iotbutton/+'").from()).isEqualTo(new TopicFilter("iotbutton/+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[1,2]", "\"text\"", "{\"a\":1} {\"b\":2}"})
    void columns_cannot_be_added_to_what_is_no_object(String payload) {
        assertThat(apply("SELECT *, timestamp() AS ts FROM 'a/b'", payload)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT color FROM "a/b"                                  | only SELECT *
            SELECT color FROM 'a/b'                                  | only SELECT *
            SELECT VALUE color FROM 'a/b'                            | only SELECT *
            SELECT *                                                 | only SELECT *
            SELECT * FROM 'a/b' WHERE t > 50                         | only SELECT *
            SELECT *, FROM 'a/b'                                     | is not understood
            SELECT *, color FROM 'a/b'                               | 'color' is not understood
            SELECT *, clientid() AS c FROM 'a/b'                     | 'clientid() AS c' is not understood
            SELECT *, timestamp() FROM 'a/b'                         | with AS and an alias
            SELECT *, timestamp(1) AS ts FROM 'a/b'                  | is not understood
            SELECT *, topic(0) AS t FROM 'a/b'                       | the first level is 1
            SELECT * FROM 'a/#/b'                                    | no topic filter
            SELECT * FROM ''                                         | the topic filter is empty
            DELETE FROM 'a/b'                                        | only SELECT *
            """)
    void what_is_not_supported_is_refused_with_a_reason(String sql, String reason) {
        assertThatThrownBy(() -> Statement.parse(sql))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    private static Optional<String> apply(String sql, String payload) {
        return Statement.parse(sql).apply("a/b", payload.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
