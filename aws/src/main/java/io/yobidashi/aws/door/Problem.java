package io.yobidashi.aws.door;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A refusal in the form of RFC 9457.
 *
 * @param type {@code about:blank}: the status says what kind of problem it is
 * @param detail what was wrong this time; nothing of what was sent
 */
public record Problem(String type, String title, int status, String detail) {
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    public static Response.ResponseBuilder of(Response.StatusType status, String detail) {
        Problem problem = new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail);
        return Response.status(status).type(MEDIA_TYPE).entity(problem);
    }
}
