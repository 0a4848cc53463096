package io.yobidashi.localcloud.slack.chat;

/** A public channel; nobody posts to one that is archived. */
public record Channel(String id, String name, boolean archived) {}
