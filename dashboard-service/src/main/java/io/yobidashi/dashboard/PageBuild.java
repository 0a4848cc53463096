package io.yobidashi.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which build of the page this service serves: an open page that is of another one should be loaded anew. */
final class PageBuild {
    private static final String PAGE = "META-INF/resources/index.html";
    private static final int LENGTH = 6;

    private PageBuild() {}

    /** A digest of the page, which names its assets after their contents; {@code none} where no page is built in. */
    static String id() {
        try (InputStream page = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            return page == null ? "none" : digest(page.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The page can't be read", e);
        }
    }

    private static String digest(byte[] page) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(page), 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
