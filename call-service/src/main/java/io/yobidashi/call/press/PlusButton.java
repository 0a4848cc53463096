package io.yobidashi.call.press;

import io.yobidashi.core.status.Click;

/**
 * The SORACOM LTE-M Button Plus and for Enterprise: {@code clickType} 1, 2 or 3, {@code clickTypeName},
 * {@code batteryLevel} 0.25 to 1. It names neither itself nor the press: its SIM does. Source: SORACOM's page on the
 * format of what the Plus sends.
 */
final class PlusButton implements Dialect {
    @Override
    public boolean speaks(Content body) {
        return body.has("clickType") || body.has("clickTypeName");
    }

    @Override
    public Told read(Content body) {
        Click click = body.text("clickTypeName")
                .map(Clicks::named)
                .orElseGet(() -> Clicks.numbered(body.whole("clickType").orElse(null)));
        return Told.of(click, Charge.ofFraction(body.raw("batteryLevel")));
    }
}
