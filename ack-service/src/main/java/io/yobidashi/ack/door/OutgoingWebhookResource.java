package io.yobidashi.ack.door;

import io.yobidashi.ack.answer.AnswerText;
import io.yobidashi.ack.answer.OutgoingMessage;
import io.yobidashi.ack.answer.ReplyTexts;
import io.yobidashi.aws.door.Body;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.status.PersonStatus;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Slack's outgoing webhook: every message of the channel. Slack waits 3 s; here it takes 2 s at most, since that is how
 * long the queue may take, and the look at the row beside it less. Nothing here blocks.
 */
@Path("/slack/outgoing")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "200", description = "The queue has the answer; or the message is no answer, and ignored.")
@APIResponse(responseCode = "400", description = "The body is no message of Slack's.")
@APIResponse(responseCode = "401", description = "The token is missing or wrong.")
@APIResponse(responseCode = "413", description = "The body is over 64 KB.")
@APIResponse(responseCode = "429", description = "Too many answers wait for the queue.")
@APIResponse(responseCode = "503", description = "The queue is out of reach; nothing was accepted.")
public class OutgoingWebhookResource {
    private final OutgoingToken token;
    private final Rosters rosters;
    private final SqsSender queue;
    private final Glance glance;
    private final ReplyTexts texts;

    public OutgoingWebhookResource(
            OutgoingToken token, Rosters rosters, SqsSender queue, Glance glance, ReplyTexts texts) {
        this.token = token;
        this.rosters = rosters;
        this.queue = queue;
        this.glance = glance;
        this.texts = texts;
    }

    /** What Slack posts into the channel in return. */
    public record Reply(String text) {}

    @POST
    @Operation(summary = "Takes a message of the channel; one that begins with ok answers a call")
    public CompletionStage<Response> said(byte @Nullable [] body) {
        OutgoingMessage message = OutgoingMessage.parse(Body.text(body));
        token.check(message.token());
        Optional<AnswerText> answer = message.ofBot() ? Optional.empty() : AnswerText.of(message.text());
        if (answer.isEmpty()) {
            return done(Response.ok().build());
        }
        Optional<Person> author = rosters.current().personOnSlack(message.userId());
        return author.isEmpty() ? done(reply(texts.stranger())) : take(message, author.get(), answer.get());
    }

    private CompletionStage<Response> take(OutgoingMessage message, Person author, AnswerText answer) {
        CompletableFuture<Optional<PersonStatus>> row = glance.at(author.id());
        return queue.enqueue(Answer.ok(message.id(), message.userId(), answer.note(), message.at()))
                .thenCombine(row, (messageId, status) -> reply(texts.taken(author, answer, status)));
    }

    private static Response reply(String text) {
        return Response.ok(new Reply(text)).build();
    }

    private static CompletionStage<Response> done(Response response) {
        return CompletableFuture.completedFuture(response);
    }
}
