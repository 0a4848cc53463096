package io.yobidashi.core.handler;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Chain;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who could be asked next, from the roster and the shadows of the people in it. */
final class Chains {
    private final Shadows shadows;
    private final Roster roster;

    Chains(Shadows shadows, Roster roster) {
        this.shadows = shadows;
        this.roster = roster;
    }

    /** The chain of a row, as it was read, at an instant. Reads one shadow for each stand-in. */
    Chain of(PersonStatus row, Instant at) {
        Map<String, PersonStatus> chain = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>(Set.of(row.person()));
        Optional<String> next = standIn(roster.effective(row, at));
        while (next.isPresent() && seen.add(next.get())) {
            PersonStatus status = roster.effective(shadows.read(next.get()).status(), at);
            chain.put(status.person(), status);
            next = standIn(status);
        }
        Set<String> away = new HashSet<>(people(chain, true));
        away.addAll(gone(row));
        askedLast(row)
                .filter(person -> !chain.containsKey(person) && isAway(person, at))
                .ifPresent(away::add);
        return new Chain(free(chain), away);
    }

    private Optional<String> standIn(PersonStatus status) {
        Optional<String> named = Optional.ofNullable(status.dnd()).map(Dnd::standIn);
        if (named.filter(Answer.NOBODY::equals).isPresent()) {
            return Optional.empty();
        }
        return named.filter(person -> roster.person(person).isPresent()).or(() -> roster.standIn(status.person()));
    }

    /** Whoever was asked and has left the roster since is not asked again. */
    private List<String> gone(PersonStatus row) {
        return row.openCall().map(call -> call.asked().people()).orElse(List.of()).stream()
                .filter(id -> !id.equals(Asked.GROUP) && roster.person(id).isEmpty())
                .toList();
    }

    /** Who is not the row's own: stand-ins change, so the chain may not lead to them any more. */
    private Optional<String> askedLast(PersonStatus row) {
        return row.openCall()
                .flatMap(call -> call.asked().lastPerson())
                .filter(person ->
                        !person.equals(row.person()) && roster.person(person).isPresent());
    }

    private boolean isAway(String person, Instant at) {
        return roster.effective(shadows.read(person).status(), at).dnd() != null;
    }

    private static List<String> free(Map<String, PersonStatus> chain) {
        List<String> idle = chain.values().stream()
                .filter(status -> status.state() == State.IDLE)
                .map(PersonStatus::person)
                .toList();
        return idle.isEmpty() ? List.copyOf(people(chain, false)) : idle;
    }

    private static Set<String> people(Map<String, PersonStatus> chain, boolean away) {
        Set<String> people = new LinkedHashSet<>();
        for (PersonStatus status : chain.values()) {
            if ((status.dnd() != null) == away) {
                people.add(status.person());
            }
        }
        return people;
    }
}
