package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The manners of the IoT data plane over HTTP: JSON in and out, and errors with the header {@code x-amzn-ErrorType},
 * from which the AWS SDKs make their exceptions. Signatures are not checked.
 */
final class DataPlane {
    private static final Logger LOG = LoggerFactory.getLogger(DataPlane.class);
    /** The most that a request may hold: the payload of one message. */
    private static final int MAX_BODY = 128 * 1024;

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.DELETE,
            HandlerType.PATCH,
            HandlerType.HEAD,
            HandlerType.OPTIONS);

    private DataPlane() {}

    /** An operation whose bugs and broken disks are answered as AWS answers its own. */
    static Handler serve(Handler operation) {
        return http -> {
            try {
                operation.handle(http);
            } catch (ShadowRefusal refusal) {
                throw refusal;
            } catch (RuntimeException bug) {
                LOG.error("Failed to answer {} {}", http.method(), http.path(), bug);
                throw ShadowRefusal.internalFailure();
            }
        };
    }

    static void reply(Context http, ObjectNode body) {
        http.header("x-amzn-RequestId", UUID.randomUUID().toString())
                .contentType("application/json")
                .result(body.toString());
    }

    static void refuse(Context http, ShadowRefusal refusal, Optional<String> clientToken) {
        http.status(refusal.code()).header("x-amzn-ErrorType", refusal.errorType());
        reply(http, ShadowReplies.withToken(ShadowReplies.rejected(refusal), clientToken));
    }

    /** @throws ShadowRefusal 413 if it is too large, 408 if it did not arrive as announced */
    static byte[] body(Context http) {
        try (InputStream body = http.bodyInputStream()) {
            byte[] bytes = body.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                body.transferTo(OutputStream.nullOutputStream()); // So that its sender gets to read the answer.
                throw ShadowRefusal.tooLarge();
            }
            return bytes;
        } catch (IOException lost) {
            throw ShadowRefusal.lostBody();
        }
    }

    /** Answers every method at a path for which nothing was added before with 405. */
    static void refuseOtherMethods(RoutesConfig routes, String path, Set<HandlerType> served) {
        METHODS.stream()
                .filter(method -> !served.contains(method))
                .forEach(method -> routes.addHttpHandler(method, path, http -> {
                    throw ShadowRefusal.methodNotAllowed();
                }));
    }

    static void refuseUnknown(RoutesConfig routes, String path) {
        METHODS.forEach(method -> routes.addHttpHandler(method, path, http -> {
            throw ShadowRefusal.unknownPath();
        }));
    }
}
