package io.yobidashi.aws.roster;

import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.settings.BadSettingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The roster of a file that may be edited, by its content: symbolic links may be moved and times be the same. A good
 * edit is taken, a bad one leaves the last good roster in force. Whoever {@link #look}s keeps it new.
 */
public final class LiveRoster implements Rosters {
    static final Duration EVERY = Duration.ofSeconds(2);
    /** New content counts once it was the same for so long: a file that is being written is no edit yet. */
    static final Duration SETTLING = Duration.ofMillis(250);

    private static final Logger LOG = System.getLogger(LiveRoster.class.getName());

    private final RosterFile file;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Standing standing;
    private Content judged;
    private @Nullable Content unsettled;

    /**
     * @param roster what is in force
     * @param since when it came into force in this process
     * @param refused why the newest edit was not taken; absent where it was
     */
    public record Standing(
            Roster roster, Instant since, @Nullable String refused) {}

    /** @throws BadSettingException where the file makes no sense to begin with */
    public LiveRoster(RosterFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        String text = file.text();
        this.judged = new Content(text, null);
        this.standing = new Standing(file.parse(text), clock.instant(), null);
    }

    @Override
    public Roster current() {
        return standing.roster();
    }

    public Standing standing() {
        return standing;
    }

    /** @param listener told after each change, on the thread that looks: it must not block */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Reads the file. Returns how long to wait before the next look. */
    synchronized Duration look() {
        Content content = content();
        if (content.equals(judged)) {
            unsettled = null;
            return EVERY;
        }
        if (!content.equals(unsettled)) {
            unsettled = content;
            return SETTLING;
        }
        judged = content;
        unsettled = null;
        judge(content);
        return EVERY;
    }

    private Content content() {
        try {
            return new Content(file.text(), null);
        } catch (BadSettingException e) {
            return new Content(null, e.getMessage());
        }
    }

    private void judge(Content content) {
        if (content.text() == null) {
            refuse(String.valueOf(content.problem()));
            return;
        }
        try {
            take(file.parse(content.text()));
        } catch (BadSettingException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private void take(Roster roster) {
        Roster before = standing.roster();
        if (roster.equals(before)) {
            standing = new Standing(before, standing.since(), null);
            LOG.log(Level.INFO, "the roster was edited, it says the same as before");
            return;
        }
        standing = new Standing(roster, clock.instant(), null);
        LOG.log(Level.INFO, "the roster was edited: {0}", RosterChanges.between(before, roster));
        listeners.forEach(Runnable::run);
    }

    private void refuse(String problem) {
        standing = new Standing(standing.roster(), standing.since(), problem);
        LOG.log(Level.WARNING, "the roster stays as it was, the edited one is refused: {0}", problem);
    }

    /** What a look found: a text, or why there is none. */
    private record Content(@Nullable String text, @Nullable String problem) {}
}
