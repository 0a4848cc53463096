package io.yobidashi.localcloud.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** A checksum in front of a kept text: neither MVStore nor H2 notices a changed byte inside a value. */
public final class Seal {
    private static final int LENGTH = 8;

    private Seal() {}

    public static String close(String text) {
        return checksum(text) + text;
    }

    /** @throws IllegalArgumentException if it is not what {@link #close} gave */
    public static String open(String sealed) {
        if (sealed.length() < LENGTH || !sealed.startsWith(checksum(sealed.substring(LENGTH)))) {
            throw new IllegalArgumentException("The checksum is wrong");
        }
        return sealed.substring(LENGTH);
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
