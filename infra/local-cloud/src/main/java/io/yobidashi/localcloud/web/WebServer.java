package io.yobidashi.localcloud.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import jakarta.servlet.ServletException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the local cloud: the pages, and whatever doors are added to it. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final String PAGES = "/io/yobidashi/localcloud/web";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** A body that comes slower only holds a thread. */
    private static final int MIN_BYTES_PER_SECOND = 256;

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /**
     * @param host the address to listen at
     * @param port 0 for any free one
     */
    public static WebServer start(String host, int port, Consumer<RoutesConfig> doors) {
        return start(host, port, IDLE, doors);
    }

    /** @param idle a connection on which nothing moves for so long is closed */
    public static WebServer start(String host, int port, Duration idle, Consumer<RoutesConfig> doors) {
        Javalin server = Javalin.create(config -> {
            configure(config);
            config.jetty.modifyHttpConfiguration(http -> http.setMinRequestDataRate(MIN_BYTES_PER_SECOND));
            config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new Malformed()));
            config.jetty.addConnector((jetty, http) -> {
                ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
                connector.setHost(host);
                connector.setPort(port);
                connector.setIdleTimeout(idle.toMillis());
                return connector;
            });
            doors.accept(config.routes);
        });
        return new WebServer(server.start());
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.staticFiles.add(files -> {
            files.directory = PAGES;
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
        config.routes.before(
                http -> http.header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
                        .header("X-Content-Type-Options", "nosniff"));
        config.routes.get("/slack", http -> http.redirect("/slack.html", HttpStatus.FOUND));
        config.routes.exception(Problem.class, (problem, http) -> answer(http, problem.status(), problem.getMessage()));
        config.routes.exception(
                IllegalCharsetNameException.class, (odd, http) -> answer(http, 415, "That charset is unknown."));
        config.routes.exception(
                UnsupportedCharsetException.class, (odd, http) -> answer(http, 415, "That charset is unknown."));
        // Reading the parts of a form throws no other. The rest of the body stays unread, which ends the connection.
        config.routes.exception(ServletException.class, (broken, http) -> {
            http.header("Connection", "close");
            answer(http, 400, "The body is not the form that it claims to be.");
        });
        config.routes.exception(Exception.class, (bug, http) -> {
            LOG.error("Failed to answer {} {}", http.method(), http.path(), bug);
            answer(http, 500, "The local cloud failed to answer; its log says why.");
        });
    }

    private static void answer(Context http, int status, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", HttpStatus.forStatus(status).getMessage());
        problem.put("status", status);
        problem.put("detail", detail);
        http.status(status)
                .contentType("application/problem+json")
                .result(JSON.valueToTree(problem).toString());
    }
}
