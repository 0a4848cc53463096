package io.yobidashi.ack.door;

import io.yobidashi.ack.answer.Zones;
import io.yobidashi.ack.reply.BoardTexts;
import io.yobidashi.ack.reply.CommandTexts;
import java.time.Clock;

/** The words of the slash command, and what times of day mean in it. */
public record Speech(CommandTexts texts, BoardTexts board, Zones zones, Clock clock) {}
