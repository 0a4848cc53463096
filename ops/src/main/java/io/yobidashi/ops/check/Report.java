package io.yobidashi.ops.check;

import io.yobidashi.ops.said.Wording;
import java.util.ArrayList;
import java.util.List;

/** All findings, in the order of the way, and what they come to. */
final class Report {
    private final Wording wording;
    private final List<Finding> findings;

    Report(Wording wording, List<Finding> findings) {
        this.wording = wording;
        this.findings = List.copyOf(findings);
    }

    boolean good() {
        return count(Finding.Mark.BAD) == 0;
    }

    /** One line each, and a summary. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> lines.add(finding.line()));
        lines.add(summary());
        return lines;
    }

    private String summary() {
        long bad = count(Finding.Mark.BAD);
        long warnings = count(Finding.Mark.WARNING);
        String ja = bad == 0 ? "問題は見つかりませんでした" : "問題が" + bad + "件あります";
        String en = bad == 0 ? "No problem found" : bad == 1 ? "1 problem" : bad + " problems";
        String alsoJa = warnings == 0 ? "。" : "（注意 " + warnings + "件）。";
        String alsoEn = warnings == 0 ? "." : warnings == 1 ? ", 1 warning." : ", " + warnings + " warnings.";
        return wording.say(ja + alsoJa, en + alsoEn);
    }

    private long count(Finding.Mark mark) {
        return findings.stream().filter(finding -> finding.mark() == mark).count();
    }
}
