package io.yobidashi.dashboard.feed;

import io.vertx.core.Context;
import io.yobidashi.aws.shadow.IotButtonShadows;
import io.yobidashi.core.port.ButtonShadows;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.roster.Button;
import io.yobidashi.dashboard.board.ButtonBoard;
import io.yobidashi.dashboard.board.ButtonListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Keeps what is known of the buttons. At each subscription every named shadow is read once. The board of the people never
 * waits for it, and is not doubted because of it: how a button is does not decide whether somebody comes.
 *
 * <p>All state belongs to one Vert.x context: the public methods hand over to it and return at once.
 */
public final class ButtonFeed implements MqttLink.Listener {
    public static final String TOPIC_FILTER =
            "$aws/things/+/shadow/name/" + IotButtonShadows.SHADOW + "/update/documents";

    private static final Logger LOG = Logger.getLogger(ButtonFeed.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    private final Rosters rosters;
    private final ButtonShadows shadows;
    private final ButtonListener listener;
    private final Context context;
    private final Executor readers;
    private ButtonBoard board = ButtonBoard.EMPTY;
    /** Counts the subscriptions and their losses: a reading of an earlier one proves nothing any more. */
    private long epoch;

    /** Whose buttons were read, or are being read. */
    private Set<String> owners;

    private boolean warned;

    /**
     * @param context the one thread on which the board lives
     * @param readers runs the blocking readings; not those of the people's own shadows, which must not wait behind
     */
    public ButtonFeed(
            Rosters rosters, ButtonShadows shadows, ButtonListener listener, Context context, Executor readers) {
        this.rosters = rosters;
        this.owners = owners();
        this.shadows = shadows;
        this.listener = listener;
        this.context = context;
        this.readers = readers;
    }

    @Override
    public void subscribed() {
        context.runOnContext(ignored -> {
            epoch++;
            warned = false;
            board = board.resubscribed();
            owners = owners();
            owners.forEach(person -> read(person, 0));
        });
    }

    @Override
    public void lost() {
        context.runOnContext(ignored -> epoch++);
    }

    /** To be called after each edit: who has got their first button is read. */
    public void rosterChanged() {
        context.runOnContext(ignored -> {
            Set<String> before = owners;
            owners = owners();
            owners.stream().filter(person -> !before.contains(person)).forEach(person -> read(person, 0));
        });
    }

    @Override
    public void received(String topic, byte[] payload) {
        context.runOnContext(ignored -> hear(ShadowDocument.thing(topic), payload));
    }

    private void hear(String thing, byte[] payload) {
        if (buttons(thing).isEmpty()) {
            LOG.debugf("buttons of %s, who has none in the roster", thing);
            return;
        }
        try {
            take(ShadowDocument.buttons(thing, payload));
        } catch (UnreadableShadowException e) {
            LOG.warnf("a message over MQTT is no use, reading the shadow instead: %s", e.getMessage());
            read(thing, 0);
        }
    }

    private void take(ButtonsRow row) {
        board.with(row).ifPresent(newer -> {
            ButtonBoard before = board;
            board = newer;
            List<Button> changed = buttons(row.person()).stream()
                    .filter(button -> !before.health(button).equals(newer.health(button)))
                    .toList();
            if (!changed.isEmpty()) {
                listener.told(newer, changed);
            }
        });
    }

    private void read(String person, int failures) {
        long begun = epoch;
        readers.execute(() -> {
            try {
                ButtonsRow row = shadows.read(person);
                context.runOnContext(ignored -> {
                    if (begun == epoch) {
                        take(row);
                    }
                });
            } catch (RuntimeException e) {
                context.runOnContext(ignored -> failedToRead(person, begun, failures, e));
            }
        });
    }

    private void failedToRead(String person, long begun, int failures, RuntimeException failure) {
        if (begun != epoch) {
            return;
        }
        LOG.logf(
                warned ? Logger.Level.DEBUG : Logger.Level.WARN,
                "the buttons of %s can't be read, trying again: %s",
                person,
                failure.getMessage());
        warned = true;
        long wait = Math.min(FIRST_RETRY.toMillis() << Math.min(failures, 10), LONGEST_RETRY.toMillis());
        context.owner().setTimer(wait, ignored -> {
            if (begun == epoch) {
                read(person, failures + 1);
            }
        });
    }

    private Set<String> owners() {
        return rosters.current().buttons().stream().map(Button::person).collect(Collectors.toSet());
    }

    private List<Button> buttons(String person) {
        return rosters.current().buttons().stream()
                .filter(button -> button.person().equals(person))
                .toList();
    }
}
