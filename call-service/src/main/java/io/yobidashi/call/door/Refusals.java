package io.yobidashi.call.door;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.yobidashi.aws.queue.QueueFullException;
import io.yobidashi.call.press.UnauthorizedException;
import io.yobidashi.call.press.UnknownButtonException;
import io.yobidashi.call.press.UnreadablePressException;
import io.yobidashi.core.port.DependencyAwayException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the door says no (RFC 9457). What the framework refuses itself, such as an unknown path, has the same form. */
public final class Refusals {
    private static final int SOON_SECONDS = 1;
    private static final int LATER_SECONDS = 5;

    @ServerExceptionMapper
    public Response bad(UnreadablePressException e) {
        return problem(Status.BAD_REQUEST, e).build().toResponse();
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return problem(Status.UNAUTHORIZED, e)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build()
                .toResponse();
    }

    @ServerExceptionMapper
    public Response unknown(UnknownButtonException e) {
        return problem(Status.NOT_FOUND, e).build().toResponse();
    }

    @ServerExceptionMapper
    public Response full(QueueFullException e) {
        return problem(Status.TOO_MANY_REQUESTS, e)
                .withHeader(HttpHeaders.RETRY_AFTER, SOON_SECONDS)
                .build()
                .toResponse();
    }

    @ServerExceptionMapper
    public Response away(DependencyAwayException e) {
        // Without the cause: where our dependencies live is nobody's business.
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle(Status.SERVICE_UNAVAILABLE.getReasonPhrase())
                .withDetail("the queue is out of reach, nothing was accepted")
                .withHeader(HttpHeaders.RETRY_AFTER, LATER_SECONDS)
                .build()
                .toResponse();
    }

    private static HttpProblem.Builder problem(Status status, RuntimeException e) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(e.getMessage());
    }
}
