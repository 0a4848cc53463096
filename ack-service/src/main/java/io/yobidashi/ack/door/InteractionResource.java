package io.yobidashi.ack.door;

import io.yobidashi.ack.reply.WayBack;
import io.yobidashi.ack.slack.ButtonClick;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.Rosters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Slack's interactivity: the two buttons of a call's message. Nothing here blocks. */
@Path("/slack/interactions")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_PLAIN)
@APIResponse(responseCode = "200", description = "The queue has the answer; or it is no click on our buttons.")
@APIResponse(responseCode = "400", description = "The body is no interaction of Slack's.")
@APIResponse(responseCode = "401", description = "The signature is missing, wrong, or older than 5 minutes.")
@APIResponse(responseCode = "404", description = "No signing secret is set: this road is closed.")
@APIResponse(responseCode = "413", description = "The body is over 64 KB.")
@APIResponse(responseCode = "429", description = "Too many answers wait for the queue.")
@APIResponse(
        responseCode = "503",
        description = "The queue did not confirm in time; what is sent again with its id counts once.")
public class InteractionResource {
    private final SlackSignature signature;
    private final Rosters rosters;
    private final Intake intake;

    public InteractionResource(SlackSignature signature, Rosters rosters, Intake intake) {
        this.signature = signature;
        this.rosters = rosters;
        this.intake = intake;
    }

    @POST
    @Operation(summary = "Takes a click on a button: somebody comes, or can't")
    public CompletionStage<Response> clicked(byte @Nullable [] body, @Context HttpHeaders headers) {
        return SignedForm.open(body, headers, signature)
                .flatMap(ButtonClick::of)
                .map(this::take)
                .orElseGet(InteractionResource::done);
    }

    private CompletionStage<Response> take(ButtonClick click) {
        if (rosters.current().personOnSlack(click.userId()).isEmpty()) {
            intake.tell(
                    WayBack.ofWire(click.responseUrl()),
                    click.userId(),
                    intake.texts().stranger());
            return done();
        }
        Take.Origin origin = new Take.Origin(click.id(), click.at(), null, click.responseUrl());
        Answer answer = Take.click(click.userId(), click.callId(), click.kind(), origin);
        return intake.enqueue(answer).thenApply(messageId -> Response.ok().build());
    }

    private static CompletionStage<Response> done() {
        return CompletableFuture.completedFuture(Response.ok().build());
    }
}
