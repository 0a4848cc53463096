package io.yobidashi.dashboard.live;

import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.util.Optional;

/**
 * Who may look, and how many at a time.
 *
 * @param token a secret; empty where everybody who reaches the service may look
 * @param streams so many may be open. There is no limit for each address: behind a load balancer, or in one office, all
 *     viewers have the same one
 */
public record BoardSettings(Optional<String> token, int streams) {
    private static final String STREAMS = "YOBIDASHI_BOARD_STREAMS";
    private static final String BY_DEFAULT = "1000";

    /** @throws BadSettingException for what makes no sense */
    public static BoardSettings of(Settings settings) {
        String streams = settings.text(STREAMS, BY_DEFAULT);
        if (!streams.matches("[1-9]\\d{0,4}")) {
            throw new BadSettingException(STREAMS, "is '" + streams + "', no number from 1 to 99999");
        }
        return new BoardSettings(settings.text("YOBIDASHI_BOARD_TOKEN"), Integer.parseInt(streams));
    }

    @Override
    public String toString() {
        return "BoardSettings[" + streams + "]";
    }
}
