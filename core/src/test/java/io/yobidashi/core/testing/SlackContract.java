package io.yobidashi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a message to Slack: the twin in memory and the real adapters alike, each with its own kind of Slack. */
public abstract class SlackContract {
    private final String callId = UUID.randomUUID().toString();

    /** What befalls the next message. */
    protected enum Fault {
        TOO_MANY,
        REFUSED,
        ANSWER_LOST,
        REQUEST_LOST
    }

    /** A bot's messages have names and can be looked for; those of a webhook have none. */
    protected enum Way {
        BOT,
        WEBHOOK
    }

    protected abstract Way way();

    protected abstract SlackChannel slack();

    protected abstract void next(Fault fault);

    /** Ends every fault, and lets the time pass that Slack asked for. */
    protected abstract void heal();

    /** How many messages the channel has. */
    protected abstract int messages();

    @Test
    void a_message_that_is_taken_has_a_name_where_slack_tells_it() {
        int before = messages();

        PostResult result = slack().post(mention(0, 1));

        assertThat(messages()).isEqualTo(before + 1);
        assertThat(result).isInstanceOf(PostResult.Accepted.class);
        assertThat(((PostResult.Accepted) result).post().isPresent()).isEqualTo(way() == Way.BOT);
    }

    @Test
    void what_was_taken_is_found_by_who_owes_more_by_now() {
        PostResult result = slack().post(mention(0, 1));

        Sighting seen = slack().look(mention(0, 3));

        assertThat(seen)
                .isEqualTo(
                        way() == Way.BOT
                                ? new Sighting.Seen(
                                        ((PostResult.Accepted) result).post().orElseThrow(), 1)
                                : new Sighting.NotSeen());
    }

    @Test
    void what_was_paid_before_is_not_what_is_looked_for() {
        slack().post(mention(0, 1));

        assertThat(slack().look(mention(1, 2))).isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void what_was_said_of_somebody_else_is_not_what_is_looked_for() {
        slack().post(test("sato"));

        assertThat(slack().look(test("suzuki"))).isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void what_was_never_taken_is_not_seen() {
        assertThat(slack().look(mention(0, 1))).isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void too_many_messages_may_be_tried_again_later() {
        int before = messages();
        next(Fault.TOO_MANY);

        PostResult result = slack().post(mention(0, 1));

        assertThat(result).isInstanceOf(PostResult.Later.class);
        assertThat(((PostResult.Later) result).after()).isPositive();
        assertThat(messages()).isEqualTo(before);
        heal();
        assertThat(slack().post(mention(0, 1))).isInstanceOf(PostResult.Accepted.class);
    }

    @Test
    void what_slack_refuses_is_told_with_its_word() {
        int before = messages();
        next(Fault.REFUSED);

        PostResult result = slack().post(mention(0, 1));

        assertThat(result).isInstanceOf(PostResult.Refused.class);
        assertThat(((PostResult.Refused) result).error()).endsWith("is_archived");
        assertThat(messages()).isEqualTo(before);
        heal();
        assertThat(slack().post(mention(0, 1))).isInstanceOf(PostResult.Accepted.class);
    }

    @Test
    void a_message_whose_answer_is_lost_is_there() {
        int before = messages();
        next(Fault.ANSWER_LOST);

        unheard(slack().post(mention(0, 1)));

        heal();
        assertThat(messages()).isEqualTo(before + 1);
        assertThat(slack().look(mention(0, 1)))
                .isInstanceOf(way() == Way.BOT ? Sighting.Seen.class : Sighting.NotSeen.class);
    }

    @Test
    void a_message_that_is_lost_is_not_there() {
        int before = messages();
        next(Fault.REQUEST_LOST);

        unheard(slack().post(mention(0, 1)));

        heal();
        assertThat(messages()).isEqualTo(before);
        assertThat(slack().look(mention(0, 1))).isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void an_edit_is_no_message() {
        Post post = slack().post(mention(0, 1)) instanceof PostResult.Accepted accepted
                ? accepted.post().orElse(new Post("C0BOOTH", "1.000001"))
                : null;
        int before = messages();

        assertThat(slack().post(edit(post))).isInstanceOf(PostResult.Accepted.class);

        assertThat(messages()).isEqualTo(before);
    }

    /** A bot can look before it tries again; a webhook can't, so that waiting would help nobody. */
    private void unheard(PostResult result) {
        assertThat(result).isInstanceOf(way() == Way.BOT ? PostResult.Lost.class : PostResult.Later.class);
    }

    private Notice mention(int accepted, int ordered) {
        Call call = Call.open(callId, new Origin(SampleRoster.SATO_BUTTON, Click.SINGLE, now()), Asked.first("sato"));
        return owed(calling(call.with(new Ledger(ordered, accepted, null))));
    }

    private Notice edit(Post post) {
        Call call = Call.open(callId, new Origin(SampleRoster.SATO_BUTTON, Click.SINGLE, now()), Asked.first("sato"));
        Call told = call.with(new Ledger(1, 1, null)).posted(post).repeated();
        return owed(calling(told.with(told.told().showing("before"))));
    }

    private Notice test(String person) {
        String button = person.equals("sato") ? SampleRoster.SATO_BUTTON : SampleRoster.SUZUKI_BUTTON;
        return owed(PersonStatus.unknown(person).with(new TestCall(button, now(), Ledger.EMPTY.order())));
    }

    private static PersonStatus calling(Call call) {
        return PersonStatus.unknown("sato").calling(call, now(), now().plusSeconds(300));
    }

    private static Notice owed(PersonStatus status) {
        return Debts.owed(status).orElseThrow();
    }

    /** Slack dates messages by its own clock. */
    private static Instant now() {
        return Instant.ofEpochSecond(Instant.now().getEpochSecond());
    }
}
