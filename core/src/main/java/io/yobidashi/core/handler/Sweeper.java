package io.yobidashi.core.handler;

import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.telling.Debts;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks after what lost messages would have done: ends calls whose timer never came, and has Slack told what it is
 * still owed. Reads every person's shadow once.
 */
public final class Sweeper {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    private final Shadows shadows;
    private final Rosters rosters;
    private final MessageSender sender;
    private final ResetHandler resets;
    private final Clock clock;
    private final Duration grace;

    /** @param grace how long past its end a state waits for its own timer */
    public Sweeper(
            Shadows shadows, Rosters rosters, MessageSender sender, ResetHandler resets, Clock clock, Duration grace) {
        this.shadows = shadows;
        this.rosters = rosters;
        this.sender = sender;
        this.resets = resets;
        this.clock = clock;
        this.grace = grace;
    }

    /**
     * @throws io.yobidashi.core.port.DependencyAwayException where a shadow or a queue is out of reach: the rest is left
     *     to the next sweep
     */
    public void sweep() {
        for (Person person : rosters.current().people()) {
            try {
                sweep(shadows.read(person.id()).status());
            } catch (UnreadableShadowException e) {
                // The others' calls must end all the same.
                LOG.log(Level.ERROR, "left out of the sweep: {0}", e.getMessage());
            }
        }
    }

    private void sweep(PersonStatus status) {
        Instant until = status.until();
        if (until != null && until.plus(grace).isBefore(clock.instant())) {
            LOG.log(Level.WARNING, "{0}: the timer of {1} never came, ending it now", status.person(), status.state());
            resets.handle(resetOf(status, until));
        } else if (Debts.owed(status).isPresent()) {
            sender.send(
                    new Tell(status.person(), status.openCall().map(Call::id).orElse(null)));
        }
    }

    private static Reset resetOf(PersonStatus status, Instant until) {
        Call call = status.call();
        return call == null
                ? new Reset(status.person(), null, 0, status.state(), until)
                : new Reset(status.person(), call.id(), call.progress().round(), status.state(), until);
    }
}
