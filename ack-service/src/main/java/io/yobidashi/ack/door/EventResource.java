package io.yobidashi.ack.door;

import io.yobidashi.ack.answer.AnswerText;
import io.yobidashi.ack.reply.WayBack;
import io.yobidashi.ack.slack.Emoji;
import io.yobidashi.ack.slack.SlackEvent;
import io.yobidashi.ack.slack.SlackEvents;
import io.yobidashi.aws.door.Body;
import io.yobidashi.core.roster.Person;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Events API: messages of the channel, replies in threads, emoji. Slack sends an event again that is not answered
 * within 3 s ({@code x-slack-retry-num}); that is no other answer, since its id is the same. Nothing here blocks.
 */
@Path("/slack/events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.TEXT_PLAIN)
@APIResponse(responseCode = "200", description = "The queue has the answer; or the event is no answer, and ignored.")
@APIResponse(responseCode = "400", description = "The body is no event of Slack's.")
@APIResponse(responseCode = "401", description = "The signature is missing, wrong, or older than 5 minutes.")
@APIResponse(responseCode = "404", description = "No signing secret is set: this road is closed.")
@APIResponse(responseCode = "413", description = "The body is over 64 KB.")
@APIResponse(responseCode = "429", description = "Too many answers wait for the queue.")
@APIResponse(
        responseCode = "503",
        description = "The queue did not confirm in time; what is sent again with its id counts once.")
public class EventResource {
    private final SlackSignature signature;
    private final CallChannel channel;
    private final Take take;
    private final Intake intake;

    public EventResource(SlackSignature signature, CallChannel channel, Take take, Intake intake) {
        this.signature = signature;
        this.channel = channel;
        this.take = take;
        this.intake = intake;
    }

    @POST
    @Operation(summary = "Takes an event; a message that begins with ok, no and the like, or an emoji, answers a call")
    public CompletionStage<Response> happened(byte @Nullable [] body, @Context HttpHeaders headers) {
        String text = Body.text(body);
        signature.check(headers::getHeaderString, body == null ? new byte[0] : body);
        SlackEvent event = SlackEvents.parse(text);
        if (event instanceof SlackEvent.Handshake handshake) {
            return done(Response.ok(handshake.challenge()).build());
        }
        if (event instanceof SlackEvent.Message message && channel.is(message.channel())) {
            return said(message);
        }
        if (event instanceof SlackEvent.Reaction reaction && channel.is(reaction.channel())) {
            return reacted(reaction);
        }
        return done(Response.ok().build());
    }

    private CompletionStage<Response> said(SlackEvent.Message message) {
        WayBack way = new WayBack.Ephemeral(message.channel(), message.thread());
        Take.Origin origin = new Take.Origin(message.id(), message.at(), message.thread(), way.wire());
        return AnswerText.of(message.text())
                .map(text -> take(message.user(), text, origin))
                .orElseGet(() -> done(Response.ok().build()));
    }

    private CompletionStage<Response> reacted(SlackEvent.Reaction reaction) {
        WayBack way = new WayBack.Ephemeral(reaction.channel(), null);
        Take.Origin origin = new Take.Origin(reaction.id(), reaction.at(), reaction.message(), way.wire());
        return Emoji.answer(reaction.emoji())
                .map(kind -> take(reaction.user(), new AnswerText(kind, null), origin))
                .orElseGet(() -> done(Response.ok().build()));
    }

    private CompletionStage<Response> take(String user, AnswerText text, Take.Origin origin) {
        Optional<Person> author = channel.roster().personOnSlack(user);
        if (author.isEmpty()) {
            intake.tell(WayBack.ofWire(origin.reply()), user, intake.texts().stranger());
            return done(Response.ok().build());
        }
        return intake.enqueue(take.text(author.get(), text, origin))
                .thenApply(messageId -> Response.ok().build());
    }

    private static CompletionStage<Response> done(Response response) {
        return CompletableFuture.completedFuture(response);
    }
}
