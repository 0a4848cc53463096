package io.yobidashi.core.status;

/**
 * How far a call has come.
 *
 * @param presses how often its button was pressed, the first press included
 * @param round 1 at first, one more with each return to calling; timers carry it
 * @param step the last reminder of this round that was taken in: 0, 1, 2 or 3
 */
public record Progress(int presses, int round, int step) {
    public static final Progress START = new Progress(1, 1, 0);

    Progress repeated() {
        return new Progress(presses + 1, round, step);
    }

    Progress nextRound() {
        return new Progress(presses, round + 1, 0);
    }

    Progress reached(int newStep) {
        return new Progress(presses, round, newStep);
    }
}
