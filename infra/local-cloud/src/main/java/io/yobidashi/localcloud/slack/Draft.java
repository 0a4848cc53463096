package io.yobidashi.localcloud.slack;

import com.fasterxml.jackson.databind.JsonNode;

/** What somebody wants to post, before the channel gives it a time; {@code blocks} and {@code threadTs} may be null. */
record Draft(String user, String text, JsonNode blocks, String threadTs) {}
