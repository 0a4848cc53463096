package io.yobidashi.localcloud.buttons;

import io.javalin.http.Context;
import io.yobidashi.localcloud.roster.Roster.Button;
import io.yobidashi.localcloud.web.Problem;
import java.util.Arrays;
import java.util.Objects;

/** Reads what somebody wants pressed from the query of a request; what is not said has a default. */
final class PressQuery {
    private static final int MOST_TIMES = 10;
    private static final int MOST_COPIES = 3;

    private final Context http;

    PressQuery(Context http) {
        this.http = http;
    }

    /** @throws Problem 400 for a value that makes no sense, 409 for a dialect that the button cannot speak */
    Order order(Button button) {
        Press press = new Press(button, click(), battery());
        Order order = new Order(press, dialect(), number("times", MOST_TIMES), number("copies", MOST_COPIES));
        order.dialect().lackOf(button).ifPresent(lack -> {
            throw new Problem(
                    409,
                    "Button " + button.id() + " does not speak "
                            + order.dialect().label() + ": it has " + lack + ".");
        });
        return order;
    }

    private Click click() {
        String wanted = value("click", "SINGLE");
        return Arrays.stream(Click.values())
                .filter(click -> click.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Problem(400, "A click is SINGLE, DOUBLE or LONG, not '" + wanted + "'."));
    }

    private Battery battery() {
        String wanted = value("battery", "1");
        return Battery.of(wanted)
                .orElseThrow(() -> new Problem(400, "A battery is at 0.25, 0.5, 0.75 or 1, not '" + wanted + "'."));
    }

    private Dialect dialect() {
        String wanted = value("dialect", "beam");
        String known = String.join(
                ", ", Arrays.stream(Dialect.values()).map(Dialect::label).toList());
        return Dialect.of(wanted)
                .orElseThrow(() -> new Problem(400, "A dialect is one of " + known + ", not '" + wanted + "'."));
    }

    private int number(String name, int most) {
        String wanted = value(name, "1");
        if (!wanted.matches("[1-9]\\d?") || Integer.parseInt(wanted) > most) {
            throw new Problem(400, "'" + name + "' is 1 to " + most + ", not '" + wanted + "'.");
        }
        return Integer.parseInt(wanted);
    }

    private String value(String name, String otherwise) {
        return Objects.requireNonNullElse(http.queryParam(name), otherwise);
    }
}
