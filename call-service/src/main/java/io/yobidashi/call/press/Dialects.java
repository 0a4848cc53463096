package io.yobidashi.call.press;

import java.util.List;
import java.util.Optional;

/**
 * All dialects. The first whose key is there reads the body:
 *
 * <pre>
 *   payloads                                 the envelope of SORACOM Funnel; what it holds is read by the others
 *   deviceEvent                              the event of AWS IoT 1-Click
 *   serialNumber, batteryVoltage, topic      the AWS IoT Button (developer edition)
 *   detect_type, seq_number                  the global SORACOM LTE-M Button
 *   clickType, clickTypeName                 the SORACOM LTE-M Button Plus and for Enterprise
 *   anything else                            plain
 * </pre>
 *
 * Whoever forwards a press may add who sent it to any of them: {@code button}, or the SIM (see {@link Sims}).
 */
final class Dialects {
    private static final List<Dialect> OF_BUTTONS =
            List.of(new OneClickEvent(), new DeveloperButton(), new GlobalButton(), new PlusButton(), new Plain());

    private Dialects() {}

    /** @throws UnreadablePressException for what is no press */
    static Told read(Content body) {
        return FunnelEnvelope.is(body) ? FunnelEnvelope.read(body) : ofButton(body);
    }

    static Told ofButton(Content body) {
        Told told = OF_BUTTONS.stream()
                .filter(dialect -> dialect.speaks(body))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the plain dialect reads everything"))
                .read(body);
        Optional<String> button = body.text("button").or(() -> Optional.ofNullable(told.button()));
        return told.from(button.orElse(null), Sims.imsi(body).orElse(null));
    }
}
