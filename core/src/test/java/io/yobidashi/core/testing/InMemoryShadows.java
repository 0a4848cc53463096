package io.yobidashi.core.testing;

import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shadow service's twin: versions, conflicts, creation by a first empty write, and the metadata instants. A test
 * can take it away, and can have somebody else write in front of the next write.
 */
public final class InMemoryShadows implements Shadows {
    private final Map<String, ShadowRow> rows = new HashMap<>();
    private final Clock clock;
    private final Set<String> spoiled = new HashSet<>();
    private boolean away;
    private Runnable beforeNextWrite = () -> {};

    public InMemoryShadows(Clock clock) {
        this.clock = clock;
    }

    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** From now on this person's shadow holds what nobody can read. */
    public synchronized void spoil(String person) {
        spoiled.add(person);
    }

    /** Runs once, just before the next write is looked at. */
    public synchronized void beforeNextWrite(Runnable action) {
        beforeNextWrite = action;
    }

    public PersonStatus status(String person) {
        return read(person).status();
    }

    /** Puts a row there, as some earlier life would have left it. */
    public void put(PersonStatus status) {
        while (write(read(status.person()), status) instanceof WriteResult.Conflict) {
            // The first write of a shadow creates it and answers with a conflict.
        }
    }

    @Override
    public synchronized ShadowRow read(String person) {
        checkNear();
        if (spoiled.contains(person)) {
            throw new UnreadableShadowException(person, "it was spoiled");
        }
        ShadowRow row = rows.get(person);
        Instant now = now();
        return row == null
                ? new ShadowRow(PersonStatus.unknown(person), 0, null, null, now)
                : new ShadowRow(row.status(), row.version(), row.callSince(), row.claimSince(), now);
    }

    @Override
    public synchronized WriteResult write(ShadowRow before, PersonStatus next) {
        checkNear();
        Runnable action = beforeNextWrite;
        beforeNextWrite = () -> {};
        action.run();
        String person = next.person();
        ShadowRow held = rows.get(person);
        if (held == null) {
            rows.put(person, new ShadowRow(PersonStatus.unknown(person), 1, null, null, now()));
            return new WriteResult.Conflict();
        }
        if (held.version() != before.version()) {
            return new WriteResult.Conflict();
        }
        long version = held.version() + 1;
        rows.put(person, new ShadowRow(next, version, callSince(held, next), claimSince(held, next), now()));
        return new WriteResult.Written(version);
    }

    private @Nullable Instant callSince(ShadowRow held, PersonStatus next) {
        String id = next.openCall().map(Call::id).orElse(null);
        if (id == null) {
            return null;
        }
        return held.status().hasCall(id) ? held.callSince() : now();
    }

    private @Nullable Instant claimSince(ShadowRow held, PersonStatus next) {
        String claim = claim(next);
        if (claim == null) {
            return null;
        }
        return Objects.equals(claim, claim(held.status())) ? held.claimSince() : now();
    }

    private static @Nullable String claim(PersonStatus status) {
        return Debts.owed(status)
                .map(Notice::ledger)
                .or(() -> status.openCall().map(Call::ledger))
                .map(Ledger::claim)
                .orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void checkNear() {
        if (away) {
            throw new DependencyAwayException("the shadow service", new ConnectException("refused"));
        }
    }
}
