package io.yobidashi.core.rules;

/**
 * On what terms somebody can be called.
 *
 * @param policy how long things may last on their row
 */
public record Terms(Policy policy) {
    public static final Terms DEFAULT = new Terms(Policy.DEFAULT);
}
