package io.yobidashi.ack.door;

import io.yobidashi.aws.door.UnauthorizedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The token by which an outgoing webhook proves to be Slack's: all that is documented for it. */
public final class OutgoingToken {
    private final byte[] token;

    public OutgoingToken(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws UnauthorizedException where it is not this one */
    void check(String given) {
        if (!MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8))) {
            throw new UnauthorizedException("the token is missing or wrong");
        }
    }
}
