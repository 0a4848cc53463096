package io.yobidashi.core.status;

/**
 * The Slack message of a call, as Slack named it when it accepted it.
 *
 * @param channel the channel's id
 * @param ts the message's timestamp, Slack's id of it
 */
public record Post(String channel, String ts) {}
