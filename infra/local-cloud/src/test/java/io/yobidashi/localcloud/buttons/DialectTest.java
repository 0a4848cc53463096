package io.yobidashi.localcloud.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.roster.Roster.Button;
import io.yobidashi.localcloud.roster.Roster.LocalName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            G030PM0000000001  | 440103000000001 | beam global plain one-click developer funnel
            G030JF055364XVRB  | -               | plain one-click developer
            front-desk        | 440103000000001 | beam global plain one-click funnel
            front-desk        | -               | plain one-click
            G030PM000000001   | -               | plain one-click
            G030PM00000000011 | -               | plain one-click
            G03012ABCDEFGHIJ  | -               | plain one-click
            """)
    void a_button_speaks_what_it_has_the_means_for(String id, String imsi, String labels) {
        Button button = new Button(id, "sato", new LocalName("受付", "Reception"), imsi, null, null);

        assertThat(Dialect.of(button)).extracting(Dialect::label).isEqualTo(List.of(labels.split(" ")));
    }
}
