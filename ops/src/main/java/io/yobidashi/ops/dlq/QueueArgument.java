package io.yobidashi.ops.dlq;

import io.yobidashi.aws.queue.QueueName;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A queue as operators name it: {@code presses}, {@code yobidashi-presses} or {@code yobidashi-presses-dlq}. */
final class QueueArgument implements ITypeConverter<QueueName> {
    @Override
    public QueueName convert(String value) {
        return Arrays.stream(QueueName.values())
                .filter(queue -> Stream.of(shortly(queue), queue.queue(), queue.deadLetters())
                        .anyMatch(value::equals))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no queue '" + value + "', only "
                        + Arrays.stream(QueueName.values())
                                .map(QueueArgument::shortly)
                                .collect(Collectors.joining(", "))));
    }

    static String shortly(QueueName queue) {
        return queue.name().toLowerCase(Locale.ROOT);
    }
}
