package io.yobidashi.call.slack;

import io.yobidashi.core.port.SlackChannel;

class SlackWebhookContractTest extends AdapterContract {
    private final SlackWebhook webhook = new SlackWebhook(address("/slack/webhook"), this::wording, clock);

    @Override
    protected Way way() {
        return Way.WEBHOOK;
    }

    @Override
    protected SlackChannel slack() {
        return webhook;
    }

    @Override
    protected String route() {
        return "webhook";
    }
}
