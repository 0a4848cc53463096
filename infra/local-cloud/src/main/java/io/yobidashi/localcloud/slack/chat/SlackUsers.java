package io.yobidashi.localcloud.slack.chat;

import io.yobidashi.localcloud.roster.Roster;
import io.yobidashi.localcloud.roster.Roster.Person;
import io.yobidashi.localcloud.slack.chat.SlackUser.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody in the fake Slack: the people of the roster, a guest who is not on it, and the app's bot. */
public final class SlackUsers {
    private static final SlackUser GUEST = new SlackUser("UGUEST", "guest", "ゲスト", "Guest", Kind.GUEST);
    private static final SlackUser BOT =
            new SlackUser(Workspace.BOT_USER, "yobidashi", "Yobidashi", "Yobidashi", Kind.BOT);

    private final List<SlackUser> all = new ArrayList<>();
    private final Set<String> deactivated = ConcurrentHashMap.newKeySet();
    private final String guestChannel;

    public SlackUsers(Roster roster) {
        roster.people().forEach(person -> all.add(member(person)));
        all.add(GUEST);
        all.add(BOT);
        this.guestChannel = roster.channel();
    }

    public List<SlackUser> all() {
        return List.copyOf(all);
    }

    public Optional<SlackUser> find(String id) {
        return all.stream().filter(user -> user.id().equals(id)).findFirst();
    }

    /** Somebody who types and clicks. */
    public Optional<SlackUser> person(String id) {
        return find(id).filter(user -> user.kind() != Kind.BOT);
    }

    /** Somebody leaves the workspace, or comes back. Slack goes on naming them. */
    public void deactivate(SlackUser user, boolean gone) {
        if (gone) {
            deactivated.add(user.id());
        } else {
            deactivated.remove(user.id());
        }
    }

    public boolean isDeactivated(SlackUser user) {
        return deactivated.contains(user.id());
    }

    public boolean isIn(SlackUser user, String channel) {
        return user.kind() != Kind.GUEST || channel.equals(guestChannel);
    }

    private static SlackUser member(Person person) {
        return new SlackUser(
                person.slack(), person.id(), person.name().ja(), person.name().en(), Kind.MEMBER);
    }
}
