package io.yobidashi.core.testing;

import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import java.util.List;

/** The roster that tests and the local cloud share by agreement: sato -> suzuki -> tanaka, one button each. */
public final class SampleRoster {
    public static final String SATO_BUTTON = "G030PM0000000001";
    public static final String SUZUKI_BUTTON = "G030PM0000000002";
    public static final String SATO_OTHER_BUTTON = "G030PM0000000009";

    private SampleRoster() {}

    public static Roster three() {
        return new Roster(
                "C0BOOTH",
                "<!here>",
                List.of(
                        new Person("sato", new LocalName("佐藤", "Sato"), "USATO", "suzuki"),
                        new Person("suzuki", new LocalName("鈴木", "Suzuki"), "USUZUKI", "tanaka"),
                        new Person("tanaka", new LocalName("田中", "Tanaka"), "UTANAKA", null)),
                List.of(
                        new Button(SATO_BUTTON, "sato", new LocalName("受付", "Reception"), "440103000000001"),
                        new Button(SUZUKI_BUTTON, "suzuki", new LocalName("展示", "Exhibits"), "440103000000002"),
                        new Button(SATO_OTHER_BUTTON, "sato", new LocalName("商談", "Meetings"), null)));
    }
}
