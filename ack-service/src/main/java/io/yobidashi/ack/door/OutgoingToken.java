package io.yobidashi.ack.door;

import io.yobidashi.aws.door.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The token by which an outgoing webhook proves to be Slack's: all that is documented for it.
 *
 * @param token a secret; empty where that road is not set up
 * @param insecure lets requests in that bring none; what they do bring must still be right
 */
public record OutgoingToken(Optional<String> token, boolean insecure) {

    /**
     * @throws UnauthorizedException where it is not this one
     * @throws NotFoundException where the road is closed
     */
    void check(String given) {
        if (insecure && (token.isEmpty() || given.isEmpty())) {
            return;
        }
        String expected = token.orElseThrow(() -> new NotFoundException("YOBIDASHI_SLACK_OUTGOING_TOKEN is not set"));
        if (!MessageDigest.isEqual(bytes(expected), bytes(given))) {
            throw new UnauthorizedException("the token is missing or wrong");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "OutgoingToken[hidden]";
    }
}
