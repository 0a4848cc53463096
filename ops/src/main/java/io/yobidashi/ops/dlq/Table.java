package io.yobidashi.ops.dlq;

import io.yobidashi.ops.said.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows whose cells stand below each other. */
record Table(List<List<String>> rows) {
    List<String> lines() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> Columns.width(row.get(column)))
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(Columns.padded(row.get(i), widths.get(i)));
        }
        return String.join("  ", cells).stripTrailing();
    }
}
