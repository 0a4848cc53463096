package io.yobidashi.ack.door;

import io.yobidashi.ack.slack.SlackForm;
import io.yobidashi.aws.door.Body;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms that Slack signs. */
final class SignedForm {
    private SignedForm() {}

    /**
     * The form, once its signature is checked; empty where Slack only looks at our certificate, which needs no proof since
     * nothing comes of it.
     */
    static Optional<SlackForm> open(byte @Nullable [] body, HttpHeaders headers, SlackSignature signature) {
        String text = Body.text(body);
        if (text.contains("ssl_check=1") && SlackForm.parse(text).isSslCheck()) {
            return Optional.empty();
        }
        signature.check(headers::getHeaderString, body == null ? new byte[0] : body);
        return Optional.of(SlackForm.parse(text));
    }
}
