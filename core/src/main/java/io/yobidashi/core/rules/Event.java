package io.yobidashi.core.rules;

import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to one person's row. Each carries its id and the instant of its handling. */
public sealed interface Event {
    /** The same for the same happening, however often it is told. */
    String id();

    /** When it is handled, by our clock. */
    Instant at();

    /** A button of this person was pressed. The rules follow the meaning; the click is only noted. */
    record Pressed(String id, Instant at, String button, Click click, Instant pressedAt, Chain chain, Meaning meaning)
            implements Event {
        /** A press whose click means what it means by default. */
        public Pressed(String id, Instant at, String button, Click click, Instant pressedAt, Chain chain) {
            this(id, at, button, click, pressedAt, chain, Meanings.DEFAULT.of(click));
        }
    }

    /** Somebody is coming. Without a call id the row was chosen by who they are. */
    record Ok(String id, Instant at, @Nullable String callId, Response response) implements Event {}

    /** Somebody can't come. */
    record Cannot(String id, Instant at, @Nullable String callId, String by, Chain chain) implements Event {}

    /** A state's time is over. */
    record ResetDue(Instant at, Reset reset, Chain chain) implements Event {
        @Override
        public String id() {
            return reset.id();
        }
    }

    /** Time to ask again. */
    record ReminderDue(Instant at, Reminder reminder, Chain chain) implements Event {
        @Override
        public String id() {
            return reminder.id();
        }
    }

    /** This person does not want to be disturbed. */
    record DndOn(String id, Instant at, Dnd dnd, Chain chain) implements Event {}

    /** This person can be called again. */
    record DndOff(String id, Instant at) implements Event {}
}
