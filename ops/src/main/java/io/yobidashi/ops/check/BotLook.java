package io.yobidashi.ops.check;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.ops.check.SlackQuestions.SlackAwayException;
import io.yobidashi.ops.said.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Slack as the bot sees it. */
final class BotLook implements SlackLook {
    private static final String NO_SCOPE = "missing_scope";

    private final SlackQuestions slack;
    private final Optional<String> channel;
    private final Wording wording;

    /** @param channel instead of the roster's */
    BotLook(SlackQuestions slack, Optional<String> channel, Wording wording) {
        this.slack = slack;
        this.channel = channel;
        this.wording = wording;
    }

    @Override
    public Looked look(Roster roster) {
        List<Finding> findings = new ArrayList<>();
        Set<String> everybody = roster.people().stream().map(Person::id).collect(Collectors.toSet());
        try {
            findings.add(bot(slack.who()));
            String id = channel.orElse(roster.channel());
            findings.add(channel(id, slack.channel(id)));
            boolean closed = findings.stream().anyMatch(finding -> finding.mark() == Finding.Mark.BAD);
            Set<String> lost = people(roster, findings);
            return new Looked(findings, closed ? everybody : lost);
        } catch (SlackAwayException e) {
            findings.add(Finding.bad(wording.say("Slackに届きません: ", "Slack is out of reach: ") + e.getMessage()));
            return new Looked(findings, everybody);
        }
    }

    private Set<String> people(Roster roster, List<Finding> findings) throws SlackAwayException {
        Set<String> lost = new HashSet<>();
        for (Person person : roster.people()) {
            Finding finding = member(person, slack.user(person.slack()));
            findings.add(finding);
            if (finding.mark() == Finding.Mark.BAD) {
                lost.add(person.id());
            }
        }
        return lost;
    }

    private Finding bot(AuthTestResponse answer) {
        return answer.isOk()
                ? Finding.good("Slack: " + answer.getUser() + " @ " + answer.getTeam())
                : Finding.bad("Slack: " + answer.getError());
    }

    private Finding channel(String id, ConversationsInfoResponse answer) {
        String subject = wording.say("チャンネル ", "Channel ") + id + ": ";
        if (NO_SCOPE.equals(answer.getError())) {
            return Finding.warning(subject
                    + wording.say(
                            "権限 channels:read がないので確かめられません", "can't be looked at without the scope channels:read"));
        }
        if (!answer.isOk()) {
            return Finding.bad(subject + answer.getError());
        }
        if (answer.getChannel().isArchived()) {
            return Finding.bad(subject + wording.say("アーカイブされています", "it is archived"));
        }
        String name = "#" + answer.getChannel().getName();
        return answer.getChannel().isMember()
                ? Finding.good(subject + name)
                : Finding.warning(subject
                        + wording.say(
                                name + " にボットが参加していません。そこでの返事は届きません",
                                name + ", but the bot is no member: answers given there do not reach it"));
    }

    static boolean canBeMentioned(UsersInfoResponse answer) {
        return answer.isOk()
                && !answer.getUser().isDeleted()
                && !answer.getUser().isBot();
    }

    private Finding member(Person person, UsersInfoResponse answer) {
        String subject = wording.name(person.name()) + " (" + person.slack() + "): ";
        if (NO_SCOPE.equals(answer.getError())) {
            return Finding.warning(subject
                    + wording.say("権限 users:read がないので確かめられません", "can't be looked at without the scope users:read"));
        }
        if (!answer.isOk()) {
            return Finding.bad(subject + answer.getError());
        }
        return canBeMentioned(answer)
                ? Finding.good(subject + "@" + answer.getUser().getName())
                : Finding.bad(subject + wording.say("退会したか、人ではありません", "has left, or is no human"));
    }
}
