package io.yobidashi.localcloud.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** A file is there, but does not hold what was written to it. */
public final class CorruptFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int TWO_HEADERS = 8192;
    private static final Pattern VERSION = Pattern.compile("version:([0-9a-f]{1,15})\\b");

    public CorruptFile(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    private CorruptFile(String message) {
        super(message);
    }

    /**
     * Looks at an MVStore file, H2's databases included, before anybody opens it. One whose end is missing would open
     * silently as the older version that is still whole; but its header tells the version that it had at its last close.
     * (What was cut off a file that was never closed cannot be told from a write that the death of the process cut.)
     *
     * @throws CorruptFile if it cannot be opened, or only in an older version
     * @throws IllegalStateException if another process has it open, with one line
     */
    public static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        long promised = promisedVersion(file);
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            if (store.getCurrentVersion() < promised) {
                throw new CorruptFile("Its end is missing");
            }
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? new IllegalStateException(file + " is in use by another process", e)
                    : new CorruptFile(e);
        }
    }

    private static long promisedVersion(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            Matcher versions =
                    VERSION.matcher(new String(content.readNBytes(TWO_HEADERS), StandardCharsets.ISO_8859_1));
            return versions.results()
                    .mapToLong(found -> Long.parseLong(found.group(1), 16))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
