package io.yobidashi.call.press;

import io.yobidashi.core.status.Click;
import java.util.Optional;

/**
 * The event of AWS IoT 1-Click ("powered by AWS" button, AWS IoT Enterprise Button): {@code deviceInfo.deviceId},
 * {@code deviceEvent.buttonClicked}. One device clicks once at an instant, so the two are the press's id. Source: the
 * 1-Click developer guide on events.
 */
final class OneClickEvent implements Dialect {
    @Override
    public boolean speaks(Content body) {
        return body.has("deviceEvent");
    }

    @Override
    public Told read(Content body) {
        Content clicked = body.inner("deviceEvent").inner("buttonClicked");
        if (!clicked.tree().isObject()) {
            throw new UnreadablePressException("an event of a device without buttonClicked");
        }
        Content device = body.inner("deviceInfo");
        Optional<String> deviceId = device.text("deviceId");
        Optional<String> id =
                deviceId.flatMap(name -> clicked.text("reportedTime").map(time -> name + "-" + time));
        Click click = clicked.text("clickType").map(Clicks::named).orElse(Click.SINGLE);
        return Told.of(click, Charge.ofFractionOrPercent(device.raw("remainingLife")))
                .from(deviceId.orElse(null), null)
                .known(id.orElse(null), clicked.iso("reportedTime").orElse(null));
    }
}
