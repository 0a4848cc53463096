package io.yobidashi.ack.door;

import io.yobidashi.ack.slack.UnreadableRequestException;
import io.yobidashi.aws.door.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the doors for answers say no, beside what all doors do. */
public final class AnswerRefusals {
    @ServerExceptionMapper
    public Response bad(UnreadableRequestException e) {
        return Problem.of(Status.BAD_REQUEST, e.getMessage()).build();
    }
}
