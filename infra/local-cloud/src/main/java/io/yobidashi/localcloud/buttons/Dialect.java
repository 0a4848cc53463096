package io.yobidashi.localcloud.buttons;

import io.yobidashi.localcloud.roster.Roster.Button;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The ways in which buttons tell a press. */
public enum Dialect {
    /** SORACOM LTE-M Button Plus and for Enterprise, through SORACOM Beam. */
    BEAM(Dialect::hasSim, "no SIM (imsi) on the roster"),
    /** The global Soracom LTE-M Button, through SORACOM Beam. */
    GLOBAL(Dialect::hasSim, "no SIM (imsi) on the roster"),
    /** Anybody who holds the bearer token. */
    PLAIN(button -> true, ""),
    /** The Lambda event of AWS IoT 1-Click, put on the queue by a Lambda. */
    ONE_CLICK(button -> true, ""),
    /** The AWS IoT Button, developer edition, over MQTT. */
    DEVELOPER(Dialect::hasSerialNumber, "no serial number of an AWS IoT Button (G030, 2 letters, 10 more) as its id"),
    /** The Button Plus again, through SORACOM Funnel to AWS IoT. */
    FUNNEL(Dialect::hasSim, "no SIM (imsi) on the roster");

    /** The allowed pattern of AWS's CloudFormation template for the AWS IoT Button. */
    private static final String SERIAL_NUMBER = "G030[A-Z]{2}[A-Z0-9]{10}";

    private final Predicate<Button> speaker;
    private final String lack;

    Dialect(Predicate<Button> speaker, String lack) {
        this.speaker = speaker;
        this.lack = lack;
    }

    static Optional<Dialect> of(String label) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.label().equals(label))
                .findFirst();
    }

    /** Those that this button can speak. */
    static List<Dialect> of(Button button) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.speaker.test(button))
                .toList();
    }

    /** Its name in addresses. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why this button cannot speak it, if so: "no …". */
    Optional<String> lackOf(Button button) {
        return speaker.test(button) ? Optional.empty() : Optional.of(lack);
    }

    private static boolean hasSim(Button button) {
        return button.imsi() != null;
    }

    private static boolean hasSerialNumber(Button button) {
        return button.id().matches(SERIAL_NUMBER);
    }
}
