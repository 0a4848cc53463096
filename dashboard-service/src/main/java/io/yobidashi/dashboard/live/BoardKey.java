package io.yobidashi.dashboard.live;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decides who may look at the board: everybody where no token is set, else whoever sends it as a bearer, or brings the cookie
 * that was given for it, since an {@code EventSource} can send nothing else. The cookie holds until the token changes.
 */
final class BoardKey {
    private static final String COOKIE = "yobidashi-board";
    private static final Duration COOKIE_LIFE = Duration.ofDays(400);
    private static final String HMAC = "HmacSHA256";

    private final Optional<String> token;

    BoardKey(Optional<String> token) {
        this.token = token;
    }

    boolean opensTo(HttpServerRequest request) {
        return token.isEmpty() || hasToken(request) || hasCookie(request, token.get());
    }

    /** Also true where no token is set: there is nothing to prove. */
    boolean hasToken(HttpServerRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token.isEmpty() || given != null && same("Bearer " + token.get(), given);
    }

    private static boolean hasCookie(HttpServerRequest request, String token) {
        return request.cookies(COOKIE).stream().anyMatch(cookie -> same(proof(token), cookie.getValue()));
    }

    /** For this browser and this service alone, and not for scripts; it does not tell the token. */
    Cookie cookie() {
        return Cookie.cookie(COOKIE, token.map(BoardKey::proof).orElse(""))
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/")
                .setMaxAge(COOKIE_LIFE.toSeconds());
    }

    private static String proof(String token) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(COOKIE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
