package io.yobidashi.call.slack;

import io.yobidashi.core.port.SlackChannel;
import java.util.Optional;

class SlackBotContractTest extends AdapterContract {
    private final SlackBot bot = new SlackBot(
            new Access("xoxb-local", Optional.of("C0BOOTH"), address("/slack/api/")), this::wording, clock);

    @Override
    protected Way way() {
        return Way.BOT;
    }

    @Override
    protected SlackChannel slack() {
        return bot;
    }

    @Override
    protected String route() {
        return "chat.postMessage";
    }
}
