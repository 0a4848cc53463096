package io.yobidashi.aws.roster;

import org.yaml.snakeyaml.error.Mark;

/** Something in a YAML file makes no sense; the message is one line that begins with the place, counted from 1. */
final class BadPlaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadPlaceException(Mark mark, String problem) {
        this("line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1), problem);
    }

    BadPlaceException(String place, String problem) {
        super(place + ": " + problem);
    }
}
