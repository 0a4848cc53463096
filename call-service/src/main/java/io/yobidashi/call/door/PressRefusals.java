package io.yobidashi.call.door;

import io.yobidashi.aws.door.Problem;
import io.yobidashi.call.press.UnknownButtonException;
import io.yobidashi.call.press.UnreadablePressException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the door for presses says no, beside what all doors do. */
public final class PressRefusals {
    @ServerExceptionMapper
    public Response bad(UnreadablePressException e) {
        return Problem.of(Status.BAD_REQUEST, e.getMessage()).build();
    }

    @ServerExceptionMapper
    public Response unknown(UnknownButtonException e) {
        return Problem.of(Status.NOT_FOUND, e.getMessage()).build();
    }
}
