package io.yobidashi.ack.door;

import io.yobidashi.ack.answer.AnswerText;
import io.yobidashi.ack.reply.ReplyTexts;
import io.yobidashi.ack.reply.WayBack;
import io.yobidashi.ack.slack.OutgoingMessage;
import io.yobidashi.ack.slack.SlackForm;
import io.yobidashi.aws.door.Body;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.roster.Roster;
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
@APIResponse(responseCode = "404", description = "No token is set: this road is closed.")
@APIResponse(responseCode = "413", description = "The body is over 64 KB.")
@APIResponse(responseCode = "429", description = "Too many answers wait for the queue.")
@APIResponse(
        responseCode = "503",
        description = "The queue did not confirm in time; what is sent again with its id counts once.")
public class OutgoingWebhookResource {
    private final OutgoingToken token;
    private final Rosters rosters;
    private final Take take;
    private final Intake intake;

    public OutgoingWebhookResource(OutgoingToken token, Rosters rosters, Take take, Intake intake) {
        this.token = token;
        this.rosters = rosters;
        this.take = take;
        this.intake = intake;
    }

    /** What Slack posts into the channel in return. */
    public record Reply(String text) {}

    @POST
    @Operation(summary = "Takes a message of the channel; one that begins with ok, no and the like answers a call")
    public CompletionStage<Response> said(byte @Nullable [] body) {
        OutgoingMessage message = OutgoingMessage.of(SlackForm.parse(Body.text(body)));
        token.check(message.token());
        Optional<AnswerText> answer = message.ofBot() ? Optional.empty() : AnswerText.of(message.text());
        if (answer.isEmpty()) {
            return done(Response.ok().build());
        }
        Roster roster = rosters.current();
        return roster.personOnSlack(message.userId())
                .map(author -> take(message, new ReplyTexts.Said(roster, author, answer.get())))
                .orElseGet(() -> done(reply(intake.texts().stranger())));
    }

    private CompletionStage<Response> take(OutgoingMessage message, ReplyTexts.Said said) {
        CompletableFuture<Optional<PersonStatus>> row = intake.glance(said.author());
        WayBack way = new WayBack.Ephemeral(message.channelId(), message.thread());
        Take.Origin origin = new Take.Origin(message.id(), message.at(), message.thread(), way.wire());
        Answer answer = take.text(said.author(), said.text(), origin);
        return intake.enqueue(answer)
                .thenCombine(row, (messageId, status) -> reply(intake.texts().once(said, status)));
    }

    private static Response reply(String text) {
        return Response.ok(new Reply(text)).build();
    }

    private static CompletionStage<Response> done(Response response) {
        return CompletableFuture.completedFuture(response);
    }
}
