package io.yobidashi.aws.door;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The body of a request. */
public final class Body {
    static final int MAX_BYTES = 64 * 1024;
    static final String TOO_LARGE = "the body is over 64 KB";

    private Body() {}

    /**
     * The body as text, empty where there is none.
     *
     * @throws ClientErrorException 413 for one over 64 KB
     */
    public static String text(byte @Nullable [] body) {
        if (body == null) {
            return "";
        }
        if (body.length > MAX_BYTES) {
            throw new ClientErrorException(TOO_LARGE, Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
