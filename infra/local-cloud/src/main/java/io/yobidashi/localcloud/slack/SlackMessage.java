package io.yobidashi.localcloud.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One message of the channel, in the field names of Slack.
 *
 * @param ts identity and time: epoch seconds with six decimals, unique and rising
 * @param text Slack's markup: mentions as {@code <@USER>}, and {@code & < >} escaped
 * @param blocks null without blocks
 * @param threadTs {@code ts} of the message that this one answers; null outside a thread
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlackMessage(
        String ts,
        String channel,
        String user,
        String text,
        JsonNode blocks,
        @JsonProperty("thread_ts") String threadTs) {}
