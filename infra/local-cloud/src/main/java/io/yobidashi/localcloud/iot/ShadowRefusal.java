package io.yobidashi.localcloud.iot;

/**
 * The Device Shadow service says no, in the words of AWS (device-shadow-error-messages page). Raised inside the service
 * and turned into an answer at its doors: an HTTP status and type on REST, a {@code rejected} message on MQTT.
 */
public final class ShadowRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String errorType;

    private ShadowRefusal(int code, String errorType, String message) {
        super(message, null, false, false);
        this.code = code;
        this.errorType = errorType;
    }

    static ShadowRefusal badRequest(String message) {
        return new ShadowRefusal(400, "InvalidRequestException", message);
    }

    static ShadowRefusal noShadow(ShadowName name) {
        return new ShadowRefusal(
                404, "ResourceNotFoundException", "No shadow exists with name: '" + name.shownName() + "'");
    }

    static ShadowRefusal conflict() {
        return new ShadowRefusal(409, "ConflictException", "Version conflict");
    }

    static ShadowRefusal tooLarge() {
        return new ShadowRefusal(413, "RequestEntityTooLargeException", "The payload exceeds the maximum size allowed");
    }

    static ShadowRefusal notUtf8() {
        return new ShadowRefusal(
                415,
                "UnsupportedDocumentEncodingException",
                "Unsupported documented encoding; supported encoding is UTF-8");
    }

    static ShadowRefusal methodNotAllowed() {
        return new ShadowRefusal(405, "MethodNotAllowedException", "This method is not allowed here");
    }

    static ShadowRefusal unknownPath() {
        return new ShadowRefusal(404, "ResourceNotFoundException", "The data plane has no such operation");
    }

    static ShadowRefusal lostBody() {
        return new ShadowRefusal(408, "InvalidRequestException", "The body did not arrive");
    }

    static ShadowRefusal internalFailure() {
        return new ShadowRefusal(500, "InternalFailureException", "Internal service failure");
    }

    static ShadowRefusal unavailable() {
        return new ShadowRefusal(503, "ServiceUnavailableException", "The message broker is away");
    }

    /** The HTTP status, which is also the {@code code} of the MQTT message. */
    public int code() {
        return code;
    }

    /** The exception name that the AWS SDKs read from {@code x-amzn-ErrorType}. */
    public String errorType() {
        return errorType;
    }
}
