package io.yobidashi.dashboard.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqttAddressTest {

    @ParameterizedTest
    @CsvSource({
        "mqtt://localhost,          MQTT, localhost,   1883, PT3S",
        "mqtt://10.0.0.7:2883,      MQTT, 10.0.0.7,    2883, PT3S",
        "wss://x.iot.amazonaws.com, WSS,  x.iot.amazonaws.com, 443, PT30S",
        "wss://localhost:8443/mqtt, WSS,  localhost,   8443, PT30S"
    })
    void theUrlTellsAllThatIsUsual(String url, MqttAddress.Transport transport, String host, int port, Duration alive) {
        MqttAddress address = address(Map.of("YOBIDASHI_MQTT_URL", url));

        assertThat(address.transport()).isEqualTo(transport);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.keepAlive()).isEqualTo(alive);
    }

    @Test
    void aCertificateAndItsKeyAreNamedByFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("board.pem"), "not looked into here");

        MqttAddress address = address(Map.of(
                "YOBIDASHI_MQTT_URL", "mqtts://broker",
                "YOBIDASHI_MQTT_CERT", file.toString(),
                "YOBIDASHI_MQTT_KEY", file.toString()));

        assertThat(address.transport()).isEqualTo(MqttAddress.Transport.MQTTS);
        assertThat(address.port()).isEqualTo(8883);
        assertThat(address.certificate()).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        ",                 ,        YOBIDASHI_MQTT_URL is not set",
        "localhost:1883,   ,        'YOBIDASHI_MQTT_URL is ''localhost:1883'', no address'",
        "http://localhost, ,        'YOBIDASHI_MQTT_URL is ''http://localhost'', none of mqtt://'",
        "mqtt://a b,       ,        'YOBIDASHI_MQTT_URL is ''mqtt://a b'', no address'",
        "mqtts://broker,   ,        YOBIDASHI_MQTT_CERT is not set",
        "mqtts://broker,   /nosuch, 'YOBIDASHI_MQTT_CERT is ''/nosuch'', no readable file'"
    })
    void whatMakesNoSenseIsOneLineThatNamesTheSetting(String url, String certificate, String line) {
        Map<String, String> environment = new HashMap<>();
        environment.put("YOBIDASHI_MQTT_URL", url);
        environment.put("YOBIDASHI_MQTT_CERT", certificate);

        assertThatThrownBy(() -> address(environment))
                .isInstanceOf(BadSettingException.class)
                .hasMessageStartingWith(line)
                .hasMessageNotContaining("\n");
    }

    private static MqttAddress address(Map<String, String> environment) {
        return MqttAddress.of(new Settings(name -> Optional.ofNullable(environment.get(name))));
    }
}
