package io.yobidashi.localcloud.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            a/b                                | a/b                                   | true  | FROM clause
            a/b                                | a/c                                   | false | FROM clause
            a/#                                | a/e/f                                 | true  | FROM clause
            a/#                                | b/x                                   | false | FROM clause
            a/+                                | a/b                                   | true  | FROM clause
            a/+                                | a/e/f                                 | false | FROM clause
            iotbutton/+                        | iotbutton/G030JF055364XVRB            | true  | FROM clause
            iotbutton/+                        | iotbutton                             | false | MQTT 4.7.1.3
            sport/tennis/player1/#             | sport/tennis/player1                  | true  | MQTT 4.7.1.2
            sport/tennis/player1/#             | sport/tennis/player1/score/wimbledon  | true  | MQTT 4.7.1.2
            sport/tennis/player1/#             | sport/tennis/player2                  | false | MQTT 4.7.1.2
            #                                  | sport/tennis                          | true  | MQTT 4.7.1.2
            sport/+                            | sport/                                | true  | MQTT 4.7.1.3
            +/+                                | /finance                              | true  | MQTT 4.7.1.3
            /+                                 | /finance                              | true  | MQTT 4.7.1.3
            +                                  | /finance                              | false | MQTT 4.7.1.3
            #                                  | $SYS/monitor/Clients                  | false | MQTT 4.7.2
            +/monitor/Clients                  | $SYS/monitor/Clients                  | false | MQTT 4.7.2
            $SYS/#                             | $SYS/monitor/Clients                  | true  | MQTT 4.7.2
            $aws/things/+/shadow/update/documents | $aws/things/sato/shadow/update/documents | true | rule examples
            a/b                                | A/b                                   | false | MQTT 4.7.3
            a/b                                | a/b/                                  | false | MQTT 4.7.3
            """)
    void a_filter_matches_as_MQTT_says(String filter, String topic, boolean matches, String source) {
        assertThat(new TopicFilter(filter).matches(topic)).as(source).isEqualTo(matches);
    }

    /** MQTT 3.1.1, sections 4.7.1.2 and 4.7.1.3. */
    @ParameterizedTest
    @ValueSource(strings = {"", "sport/tennis#", "sport/tennis/#/ranking", "sport+", "a/+b"})
    void a_wildcard_fills_its_level(String filter) {
        assertThatThrownBy(() -> new TopicFilter(filter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("topic filter");
    }
}
