package io.yobidashi.ack.door;

import io.yobidashi.ack.reply.PrivateMessages;
import io.yobidashi.ack.reply.ReplyTexts;
import io.yobidashi.ack.reply.Said;
import io.yobidashi.ack.reply.WayBack;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.status.PersonStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What all roads share once they know what somebody wants: into the queue, and a word in return. Nothing blocks. */
public final class Intake {
    private final SqsSender queue;
    private final Glance glance;
    private final ReplyTexts texts;
    private final PrivateMessages messages;

    public Intake(SqsSender queue, Glance glance, ReplyTexts texts, PrivateMessages messages) {
        this.queue = queue;
        this.glance = glance;
        this.texts = texts;
        this.messages = messages;
    }

    /** Done once the queue has it, or failed within 2 s. */
    CompletionStage<String> enqueue(Answer answer) {
        return queue.enqueue(answer);
    }

    CompletableFuture<Optional<PersonStatus>> glance(Person person) {
        return glance.at(person.id());
    }

    ReplyTexts texts() {
        return texts;
    }

    void tell(Optional<WayBack> way, String user, String text) {
        way.ifPresent(known -> messages.send(known, user, Said.of(text)));
    }
}
