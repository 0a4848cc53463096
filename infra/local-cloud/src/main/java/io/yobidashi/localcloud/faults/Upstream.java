package io.yobidashi.localcloud.faults;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.util.List;

/** The way to a real server, which listens on loopback only. */
final class Upstream {
    private static final String LOOPBACK = "127.0.0.1";
    /** Each long poll holds a connection. */
    private static final int MANY = 10_000;
    /** Below the time after which the servers close an idle connection, so that none dies under a request. */
    private static final int KEEP_ALIVE_SECONDS = 10;
    /** They concern one connection, not the message (RFC 9110, 7.6.1). */
    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings",
            "Expect");

    private final HttpClient client;
    private final int port;

    Upstream(Vertx vertx, int port) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(MANY).setKeepAliveTimeout(KEEP_ALIVE_SECONDS));
        this.port = port;
    }

    /** @param waiting if its connection closes, nobody waits any more and the request ends */
    Future<HttpClientResponse> send(Request request, HttpServerResponse waiting) {
        RequestOptions target = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setHost(LOOPBACK)
                .setPort(port)
                .setURI(request.uri())
                .setHeaders(endToEnd(request.headers()));
        return client.request(target).compose(open -> send(open, request, waiting));
    }

    /** The whole answer. */
    Future<Answer> fetch(Request request, HttpServerResponse waiting) {
        return send(request, waiting).compose(response -> response.body()
                .map(body -> new Answer(response.statusCode(), endToEnd(response.headers()), body)));
    }

    void close() {
        client.close();
    }

    /** A copy without what concerns one connection only. */
    static MultiMap endToEnd(MultiMap headers) {
        MultiMap copy = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        HOP_BY_HOP.forEach(copy::remove);
        return copy;
    }

    private static Future<HttpClientResponse> send(
            HttpClientRequest open, Request request, HttpServerResponse waiting) {
        if (!waiting.closed()) {
            waiting.closeHandler(gone -> open.reset());
        }
        return request.body().length() > 0 ? open.send(request.body()) : open.send();
    }
}
