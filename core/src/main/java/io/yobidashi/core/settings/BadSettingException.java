package io.yobidashi.core.settings;

/** A setting is missing or makes no sense: the program must not start. The message is one line that names it. */
public final class BadSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadSettingException(String name, String problem) {
        super(name + " " + problem);
    }
}
