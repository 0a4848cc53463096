package io.yobidashi.ops.check;

import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.ops.said.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The way of each button from its booth to everybody who is asked, by what is known of the people. Pure. */
final class ButtonsLook {
    private final Wording wording;
    private final boolean tokens;

    /** @param tokens whether senders without a SIM may press over HTTP */
    ButtonsLook(Wording wording, boolean tokens) {
        this.wording = wording;
        this.tokens = tokens;
    }

    List<Finding> look(Roster roster, Set<String> unreachable) {
        return roster.buttons().stream()
                .map(button -> look(roster, button, unreachable))
                .toList();
    }

    private Finding look(Roster roster, Button button, Set<String> unreachable) {
        List<String> asked = new ArrayList<>(List.of(button.person()));
        asked.addAll(roster.chain(button.person()));
        String booth = wording.name(button.place()) + " (" + button.id() + ")";
        String way = booth + " → " + way(roster, asked) + " → " + roster.group();
        List<String> lost = asked.stream().filter(unreachable::contains).toList();
        if (lost.contains(button.person())) {
            return Finding.bad(way + wording.say(": 担当者を呼べません", ": the person in charge can't be called"));
        }
        if (!lost.isEmpty()) {
            String who = way(roster, lost);
            return Finding.warning(way + wording.say(": " + who + "を呼べません", ": " + who + " can't be called"));
        }
        if (button.imsi() == null && !tokens) {
            return Finding.warning(way
                    + wording.say(
                            ": IMSIもYOBIDASHI_PRESS_TOKENもないので、AWS IoTのルールからしか押せません",
                            ": without an imsi and YOBIDASHI_PRESS_TOKEN, only an AWS IoT rule can press it"));
        }
        return Finding.good(way);
    }

    private String way(Roster roster, List<String> people) {
        return String.join(" → ", people.stream().map(id -> name(roster, id)).toList());
    }

    private String name(Roster roster, String id) {
        return roster.person(id).map(Person::name).map(wording::name).orElse(id);
    }
}
