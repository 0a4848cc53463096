package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Recent;
import io.yobidashi.core.status.State;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ports that are wrong in one point, for {@link Mutation}. */
final class Mistakes {
    private Mistakes() {}

    /** Keeps timers until the shadow is written. */
    static final class TimersLast implements Shadows, MessageSender {
        private final Ports ports;
        private final List<Delayed> kept = new ArrayList<>();

        TimersLast(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void send(List<Delayed> messages) {
            if (messages.stream().anyMatch(each -> each.message() instanceof Tell)) {
                ports.sender().send(messages);
            } else {
                kept.addAll(messages);
            }
        }

        @Override
        public ShadowRow read(String person) {
            return ports.shadows().read(person);
        }

        @Override
        public WriteResult write(ShadowRow before, PersonStatus next) {
            WriteResult result = ports.shadows().write(before, next);
            List<Delayed> late = List.copyOf(kept);
            kept.clear();
            if (!late.isEmpty()) {
                ports.sender().send(late);
            }
            return result;
        }
    }

    /** Mentions whoever is asked, and writes that down afterwards. */
    record MentionsFirst(Ports ports) implements Shadows {
        @Override
        public ShadowRow read(String person) {
            return ports.shadows().read(person);
        }

        @Override
        public WriteResult write(ShadowRow before, PersonStatus next) {
            Optional<Notice> mention = Debts.owed(next)
                    .filter(notice -> notice.kind() == Notice.Kind.MENTION)
                    .filter(notice -> Debts.owed(before.status()).isEmpty());
            mention.ifPresent(ports.slack()::post);
            return ports.shadows().write(before, next);
        }
    }

    /** Does not ask who wrote since. */
    record WritesAnyVersion(Shadows shadows) implements Shadows {
        @Override
        public ShadowRow read(String person) {
            return shadows.read(person);
        }

        @Override
        public WriteResult write(ShadowRow before, PersonStatus next) {
            return shadows.write(shadows.read(next.person()), next);
        }
    }

    /** Has no memory of events. */
    record ForgetsRecent(Shadows shadows) implements Shadows {
        @Override
        public ShadowRow read(String person) {
            ShadowRow row = shadows.read(person);
            return with(row, recent(row.status(), Recent.NONE));
        }

        @Override
        public WriteResult write(ShadowRow before, PersonStatus next) {
            return shadows.write(before, next);
        }

        private static PersonStatus recent(PersonStatus status, Recent recent) {
            return new PersonStatus(
                    status.person(),
                    status.state(),
                    status.since(),
                    status.until(),
                    status.call(),
                    status.dnd(),
                    status.last(),
                    status.test(),
                    status.back(),
                    recent);
        }
    }

    /** Says that it wrote a claim, and did not. */
    record NeverClaims(Shadows shadows) implements Shadows {
        @Override
        public ShadowRow read(String person) {
            return shadows.read(person);
        }

        @Override
        public WriteResult write(ShadowRow before, PersonStatus next) {
            boolean claim = next.recent().equals(before.status().recent())
                    && next.openCall()
                            .filter(call -> call.ledger().claim() != null)
                            .isPresent();
            return claim ? new WriteResult.Written(before.version()) : shadows.write(before, next);
        }
    }

    /** Takes everybody for free. */
    record SeesNoDoNotDisturb(Shadows shadows) implements Shadows {
        @Override
        public ShadowRow read(String person) {
            ShadowRow row = shadows.read(person);
            PersonStatus status = row.status();
            return with(row, status.state() == State.DND ? status.idle(status.since()) : status.noting(null));
        }

        @Override
        public WriteResult write(ShadowRow before, PersonStatus next) {
            return shadows.write(before, next);
        }
    }

    /** Tries again where nobody knows. */
    record TakesSilenceForNo(SlackChannel slack) implements SlackChannel {
        @Override
        public Duration pause(Notice notice) {
            return slack.pause(notice);
        }

        @Override
        public PostResult post(Notice notice) {
            PostResult result = slack.post(notice);
            return result instanceof PostResult.Lost lost
                    ? new PostResult.Later(Duration.ofSeconds(1), lost.reason())
                    : result;
        }

        @Override
        public Sighting look(Notice notice) {
            return slack.look(notice);
        }
    }

    /** Believes that all went well where nobody knows. */
    record TakesSilenceForYes(SlackChannel slack) implements SlackChannel {
        @Override
        public Duration pause(Notice notice) {
            return slack.pause(notice);
        }

        @Override
        public PostResult post(Notice notice) {
            PostResult result = slack.post(notice);
            return result instanceof PostResult.Lost ? new PostResult.Accepted(Optional.empty()) : result;
        }

        @Override
        public Sighting look(Notice notice) {
            return slack.look(notice);
        }
    }

    /** Believes that nothing was posted. */
    record NeverLooks(SlackChannel slack) implements SlackChannel {
        @Override
        public Duration pause(Notice notice) {
            return slack.pause(notice);
        }

        @Override
        public PostResult post(Notice notice) {
            return slack.post(notice);
        }

        @Override
        public Sighting look(Notice notice) {
            return new Sighting.NotSeen();
        }
    }

    private static ShadowRow with(ShadowRow row, PersonStatus status) {
        return new ShadowRow(status, row.version(), row.callSince(), row.claimSince(), row.readAt());
    }
}
