package io.yobidashi.call.press;

import io.yobidashi.core.status.Click;
import java.util.Optional;

/**
 * The AWS IoT Button (developer edition): {@code serialNumber}, {@code clickType} as a text, {@code batteryVoltage}
 * such as {@code 2000mV}; a rule may add {@code topic()} as {@code topic}. It tells no time and no id. Source: the AWS IoT
 * developer guide on rules.
 */
final class DeveloperButton implements Dialect {
    private static final String TOPIC = "iotbutton/";
    private static final int CELLS = 1;

    @Override
    public boolean speaks(Content body) {
        return body.has("serialNumber")
                || body.has("batteryVoltage")
                || topic(body).isPresent();
    }

    @Override
    public Told read(Content body) {
        Click click = body.text("clickType").map(Clicks::named).orElse(Click.SINGLE);
        Optional<String> button = body.text("serialNumber").or(() -> topic(body));
        return Told.of(click, Charge.ofMillivoltText(body.raw("batteryVoltage"), CELLS))
                .from(button.orElse(null), null);
    }

    private static Optional<String> topic(Content body) {
        String topic = body.raw("topic").asText();
        return topic.startsWith(TOPIC) && topic.length() > TOPIC.length()
                ? Optional.of(topic.substring(TOPIC.length()))
                : Optional.empty();
    }
}
