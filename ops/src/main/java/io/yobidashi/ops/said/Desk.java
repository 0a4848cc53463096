package io.yobidashi.ops.said;

import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.time.Clock;

/**
 * Where an operator sits.
 *
 * @param in what they type
 * @param out what they read
 */
public record Desk(Settings settings, Clock clock, BufferedReader in, PrintStream out) {

    /** @throws BadSettingException for a language that there is not */
    public Wording wording() {
        return new Wording(settings.language());
    }

    public void say(String ja, String en) {
        out.println(wording().say(ja, en));
    }
}
