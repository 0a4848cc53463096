package io.yobidashi.ack.answer;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Whom somebody names as stand-in. */
public sealed interface StandIn {
    /** The id of the person, or {@link Answer#NOBODY}; empty where the roster knows nobody of that name. */
    Optional<String> in(Roster roster);

    /** On purpose none. */
    record Nobody() implements StandIn {
        @Override
        public Optional<String> in(Roster roster) {
            return Optional.of(Answer.NOBODY);
        }
    }

    /** Mentioned the Slack way: {@code <@USUZUKI>}. */
    record Member(String memberId) implements StandIn {
        @Override
        public Optional<String> in(Roster roster) {
            return roster.personOnSlack(memberId).map(Person::id);
        }
    }

    /** Called by the roster's id, or by either name. */
    record Named(String name) implements StandIn {
        @Override
        public Optional<String> in(Roster roster) {
            return roster.person(name)
                    .or(() -> roster.people().stream().filter(this::isName).findFirst())
                    .map(Person::id);
        }

        private boolean isName(Person person) {
            String wanted = plain(name);
            return plain(person.id()).equals(wanted)
                    || plain(person.name().ja()).equals(wanted)
                    || plain(person.name().en()).equals(wanted);
        }

        private static String plain(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
    }
}
