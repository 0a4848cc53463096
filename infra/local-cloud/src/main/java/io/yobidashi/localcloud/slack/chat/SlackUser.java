package io.yobidashi.localcloud.slack.chat;

/** @param name the short name, as in {@code user_name} */
public record SlackUser(String id, String name, String realName, String displayName, Kind kind) {

    /** A guest is in one channel only, and on no roster. */
    public enum Kind {
        MEMBER,
        GUEST,
        BOT
    }
}
