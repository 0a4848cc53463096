package io.yobidashi.ack.door;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.yobidashi.ack.slack.SlackForm;
import io.yobidashi.ack.slack.SlashCommand;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The slash command. Slack waits 3 s; here it takes 2 s at most. Nothing here blocks. */
@Path("/slack/commands")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "200", description = "What the author is told; the queue has the answer, if it is one.")
@APIResponse(responseCode = "400", description = "The body is no command of Slack's.")
@APIResponse(responseCode = "401", description = "The signature is missing, wrong, or older than 5 minutes.")
@APIResponse(responseCode = "404", description = "No signing secret is set: this road is closed.")
@APIResponse(responseCode = "413", description = "The body is over 64 KB.")
@APIResponse(responseCode = "429", description = "Too many answers wait for the queue.")
@APIResponse(
        responseCode = "503",
        description = "The queue did not confirm in time; what is sent again with its id counts once.")
public class CommandResource {
    private final SlackSignature signature;
    private final Commands commands;

    public CommandResource(SlackSignature signature, Commands commands) {
        this.signature = signature;
        this.commands = commands;
    }

    /** What Slack shows to the author alone. */
    @Schema(name = "CommandReply")
    public record Reply(@JsonProperty("response_type") String responseType, String text) {
        static Response of(String text) {
            return Response.ok(new Reply("ephemeral", text)).build();
        }
    }

    @POST
    @Operation(summary = "Takes the slash command: ok, no, dnd, status, who, help")
    public CompletionStage<Response> typed(byte @Nullable [] body, @Context HttpHeaders headers) {
        Optional<SlackForm> form = SignedForm.open(body, headers, signature);
        return form.map(SlashCommand::of)
                .map(command -> commands.run(command).thenApply(Reply::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Response.ok().build()));
    }
}
