package io.yobidashi.call.door;

import io.yobidashi.aws.door.Body;
import io.yobidashi.aws.door.UnauthorizedException;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.call.press.ButtonPresses;
import io.yobidashi.call.press.Keys;
import io.yobidashi.call.press.Road;
import io.yobidashi.call.press.Sender;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.roster.Button;
import io.yobidashi.core.status.Click;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Takes presses in. A press is answered 202 once the queue has it, and not before; nothing here blocks. */
@Path("/presses")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "202", description = "The queue has the press.")
@APIResponse(responseCode = "400", description = "The body is no press.")
@APIResponse(responseCode = "401", description = "No signature and no token, or a wrong one.")
@APIResponse(responseCode = "404", description = "The roster does not have the button.")
@APIResponse(responseCode = "413", description = "The body is over 64 KB.")
@APIResponse(responseCode = "429", description = "Too many presses wait for the queue.")
@APIResponse(
        responseCode = "503",
        description = "The queue did not confirm in time; what is sent again with its id counts once.")
public class PressResource {
    private final Keys keys;
    private final ButtonPresses presses;
    private final SqsSender queue;
    private final Clock clock;

    public PressResource(Keys keys, ButtonPresses presses, SqsSender queue, Clock clock) {
        this.keys = keys;
        this.presses = presses;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * What was accepted.
     *
     * @param id by which the press is known from now on
     * @param person who is called
     */
    public record Accepted(String id, String button, String person) {}

    @POST
    @Operation(summary = "Presses the button that the body or the SIM names")
    public CompletionStage<Response> press(byte[] body, @Context HttpHeaders headers) {
        Sender sender = sender(headers);
        return accept(sender, Body.text(body), road(sender, null, null));
    }

    @POST
    @Path("/{button}")
    @Operation(summary = "Presses a button; the body may be empty")
    public CompletionStage<Response> press(
            @RestPath String button, @RestQuery @Nullable String click, byte[] body, @Context HttpHeaders headers) {
        Sender sender = sender(headers);
        Click pressed = click == null ? null : ButtonPresses.click(click);
        return accept(sender, Body.text(body), road(sender, button, pressed));
    }

    private CompletionStage<Response> accept(Sender sender, String body, Road road) {
        Press press = presses.parse(body, road);
        Button button = presses.button(press);
        if (sender instanceof Sender.Sim sim && !sim.imsi().equals(button.imsi())) {
            throw new UnauthorizedException("the signature is of another button's SIM");
        }
        return queue.enqueue(press).thenApply(messageId -> Response.accepted(
                        new Accepted(press.orId(messageId).id(), button.id(), button.person()))
                .build());
    }

    private Sender sender(HttpHeaders headers) {
        return keys.check(name -> Optional.ofNullable(headers.getHeaderString(name)));
    }

    private Road road(Sender sender, @Nullable String button, @Nullable Click click) {
        return sender instanceof Sender.Sim sim
                ? new Road(sim.imsi() + "-" + sim.at().toEpochMilli(), button, sim.imsi(), click, sim.at())
                : new Road(null, button, sender.imsi(), click, clock.instant());
    }
}
