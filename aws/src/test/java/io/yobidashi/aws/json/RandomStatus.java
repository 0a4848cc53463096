package io.yobidashi.aws.json;

import static io.yobidashi.core.status.Dnd.Announcement.MADE;

import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Back;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.status.Progress;
import io.yobidashi.core.status.Recent;
import io.yobidashi.core.status.Remains;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.status.Told;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Statuses of every shape. */
final class RandomStatus {
    private static final Instant AT = Instant.ofEpochMilli(1_763_928_000_123L);

    private RandomStatus() {}

    static PersonStatus next(Random random) {
        State state = State.values()[random.nextInt(4)];
        boolean open = state == State.CALLING || state == State.RUNNING;
        boolean dnd = state == State.DND || random.nextBoolean();
        return new PersonStatus(
                "sato",
                state,
                at(random),
                state == State.IDLE ? null : at(random),
                open ? call(random, state) : null,
                dnd
                        ? new Dnd(
                                at(random),
                                text(random),
                                text(random),
                                ledger(random),
                                announcement(random),
                                random.nextBoolean())
                        : null,
                random.nextBoolean() ? last(random) : null,
                random.nextBoolean() ? new TestCall("button", at(random), ledger(random)) : null,
                random.nextBoolean() ? new Back(at(random), claim(random)) : null,
                recent(random.nextInt(4)));
    }

    /** As much as people of ordinary habits can bring about, with all events remembered. */
    static PersonStatus fullest() {
        List<String> people = names("person-with-a-long-name", 20);
        Call call = new Call(
                "01KAR0000000000000000000AB",
                new Origin("G030PM0000000001", Click.DOUBLE, AT),
                new Progress(999, 99, 3),
                new Asked(people, people, true),
                new Ledger(999, 998, "0123456789abcdef0123456789abcdef0123"),
                new Response("person-with-a-long-name-1", "あ".repeat(200), AT),
                new Post("C0123456789", "1763928000.000100"),
                names("G030PM00000000", 20),
                new Told("0123456789abcdef", 20, "posting_to_general_channel_denied"));
        Dnd dnd = new Dnd(
                AT, "person-with-a-long-name-2", "い".repeat(200), new Ledger(99, 98, "x".repeat(36)), MADE, true);
        LastCall last = new LastCall(
                "01KAR0000000000000000000AB",
                LastCall.Outcome.ANSWERED,
                "person-with-a-long-name-3",
                AT,
                Remains.of(call).with(new Ledger(1, 0, "x".repeat(36))));
        TestCall test = new TestCall("G030PM0000000001", AT, new Ledger(99, 98, "x".repeat(36)));
        return new PersonStatus(
                "sato",
                State.RUNNING,
                AT,
                AT,
                call,
                dnd,
                last,
                test,
                new Back(AT, "x".repeat(36)),
                recent(Recent.CAPACITY + 5));
    }

    private static Call call(Random random, State state) {
        return new Call(
                "call-" + random.nextInt(3),
                new Origin("button", Click.values()[random.nextInt(3)], at(random)),
                new Progress(1 + random.nextInt(9), 1 + random.nextInt(3), random.nextInt(4)),
                new Asked(names("p", 1 + random.nextInt(3)), names("d", random.nextInt(3)), random.nextBoolean()),
                ledger(random),
                state == State.RUNNING
                        ? new Response("sato", text(random), random.nextBoolean() ? at(random) : null)
                        : null,
                random.nextBoolean() ? new Post("C1", "1.2") : null,
                names("b", random.nextInt(3)),
                new Told(text(random), random.nextInt(3), text(random)));
    }

    private static LastCall last(Random random) {
        Remains remains = new Remains(
                "p-0",
                "button",
                at(random),
                1 + random.nextInt(9),
                text(random),
                random.nextBoolean() ? new Post("C1", "1.2") : null,
                text(random),
                claim(random));
        return new LastCall(
                "call-" + random.nextInt(2),
                LastCall.Outcome.values()[random.nextInt(3)],
                text(random),
                at(random),
                random.nextBoolean() ? remains : null);
    }

    private static Dnd.Announcement announcement(Random random) {
        return Dnd.Announcement.values()[random.nextInt(3)];
    }

    private static String claim(Random random) {
        return random.nextBoolean() ? "c" + random.nextInt(2) : null;
    }

    private static Ledger ledger(Random random) {
        return new Ledger(random.nextInt(9), random.nextInt(9), random.nextBoolean() ? "c" + random.nextInt(2) : null);
    }

    private static Recent recent(int events) {
        Recent recent = Recent.NONE;
        for (int i = 0; i < events; i++) {
            recent = recent.plus("event-" + i);
        }
        return recent;
    }

    private static String text(Random random) {
        return random.nextBoolean() ? "3 分 " + random.nextInt(9) : null;
    }

    private static Instant at(Random random) {
        return AT.plusMillis(random.nextInt(1_000_000));
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
    }
}
