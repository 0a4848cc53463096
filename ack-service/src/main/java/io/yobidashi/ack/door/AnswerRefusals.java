package io.yobidashi.ack.door;

import io.yobidashi.ack.answer.UnreadableFormException;
import io.yobidashi.aws.door.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the door for answers says no, beside what all doors do. */
public final class AnswerRefusals {
    @ServerExceptionMapper
    public Response bad(UnreadableFormException e) {
        return Problem.of(Status.BAD_REQUEST, e.getMessage()).build();
    }
}
