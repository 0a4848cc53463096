package io.yobidashi.localcloud.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What can happen to a file on a disk. */
public enum Damage {
    GARBAGE(content -> {
        new Random(1).nextBytes(content);
        return content;
    }),
    CUT_TO_NOTHING(content -> Arrays.copyOf(content, 100)),
    CUT_IN_THE_MIDDLE(content -> Arrays.copyOf(content, content.length / 2)),
    CUT_AT_THE_END(content -> Arrays.copyOf(content, content.length - 4096)),
    FLIPPED_IN_THE_MIDDLE(content -> flipped(content, content.length / 4, content.length / 2)),
    FLIPPED_AT_THE_END(content -> flipped(content, content.length - 5000, 5000));

    private final UnaryOperator<byte[]> change;

    Damage(UnaryOperator<byte[]> change) {
        this.change = change;
    }

    public void doTo(Path file) throws IOException {
        Files.write(file, change.apply(Files.readAllBytes(file)));
    }

    private static byte[] flipped(byte[] content, int start, int length) {
        for (int at = start; at < start + length && at < content.length; at++) {
            content[at] ^= 0x55;
        }
        return content;
    }
}
