package io.yobidashi.localcloud.slack.webapi;

import java.util.List;

/** The Web API says no. Raised by a method and turned into the answer at the door. */
final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /** @param word Slack's name of the error */
    ApiRefusal(String word) {
        this(word, List.of());
    }

    /** @param reasons more of it, for people */
    ApiRefusal(String word, List<String> reasons) {
        super(word, null, false, false);
        this.reasons = reasons;
    }

    String word() {
        return getMessage();
    }

    List<String> reasons() {
        return reasons;
    }
}
