package io.yobidashi.aws.door;

import io.yobidashi.aws.queue.QueueFullException;
import io.yobidashi.core.port.DependencyAwayException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How every door says no: what it can't take in, and what the framework refuses before a door is reached. */
public final class Refusals {
    private static final int SOON_SECONDS = 1;
    private static final int LATER_SECONDS = 5;

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return Problem.of(Status.UNAUTHORIZED, e.getMessage())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response full(QueueFullException e) {
        return Problem.of(Status.TOO_MANY_REQUESTS, e.getMessage())
                .header(HttpHeaders.RETRY_AFTER, SOON_SECONDS)
                .build();
    }

    /** Without the cause: where our dependencies live is nobody's business. */
    @ServerExceptionMapper
    public Response away(DependencyAwayException e) {
        return Problem.of(Status.SERVICE_UNAVAILABLE, "the queue did not confirm in time, send it again")
                .header(HttpHeaders.RETRY_AFTER, LATER_SECONDS)
                .build();
    }

    /** What the framework refuses itself, such as an unknown path; its headers, such as Allow, stay. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException e) {
        Response refusal = e.getResponse();
        Response.ResponseBuilder problem = Problem.of(refusal.getStatusInfo(), e.getMessage());
        refusal.getStringHeaders().forEach((name, values) -> problem.header(name, String.join(", ", values)));
        return problem.type(Problem.MEDIA_TYPE).build();
    }
}
