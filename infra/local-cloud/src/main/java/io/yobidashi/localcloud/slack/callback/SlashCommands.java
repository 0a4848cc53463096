package io.yobidashi.localcloud.slack.callback;

import io.yobidashi.localcloud.slack.chat.Channel;
import io.yobidashi.localcloud.slack.chat.SlackUser;
import io.yobidashi.localcloud.slack.chat.Workspace;
import io.yobidashi.localcloud.slack.response.Answers;
import io.yobidashi.localcloud.slack.response.ResponseUrls;
import io.yobidashi.localcloud.slack.response.ResponseUrls.Occasion;
import java.util.concurrent.CompletableFuture;

/** The app's slash command: the form of java-slack-sdk's SlashCommandPayload, without what only an enterprise has. */
public final class SlashCommands {
    private static final String ROAD = "commands";

    private final SignedClient client;
    private final ResponseUrls urls;
    private final Answers answers;
    private final TriggerIds triggers;

    public SlashCommands(SignedClient client, ResponseUrls urls, Answers answers, TriggerIds triggers) {
        this.client = client;
        this.urls = urls;
        this.answers = answers;
        this.triggers = triggers;
    }

    /**
     * The answer is posted before the delivery is known.
     *
     * @param text what follows the command, may be empty
     */
    public CompletableFuture<Delivery> run(Channel channel, SlackUser user, String text) {
        Occasion occasion = new Occasion(channel.id(), user.id(), null);
        String form = form(channel, user)
                .with("text", text)
                .with("response_url", urls.mint(occasion).toString())
                .with("trigger_id", triggers.next())
                .encoded();
        return client.call(new AppClient.Call("/slack/commands", AppClient.FORM, form))
                .thenApply(outcome -> {
                    post(occasion, outcome);
                    return outcome.on(ROAD);
                });
    }

    private static Form form(Channel channel, SlackUser user) {
        return new Form()
                .with("token", Workspace.VERIFICATION_TOKEN)
                .with("api_app_id", Workspace.APP)
                .with("team_id", Workspace.TEAM)
                .with("team_domain", Workspace.DOMAIN)
                .with("channel_id", channel.id())
                .with("channel_name", channel.name())
                .with("user_id", user.id())
                .with("user_name", user.name())
                .with("command", Workspace.COMMAND)
                .with("is_enterprise_install", "false");
    }

    /** An answer that Slack would refuse is not shown; that the person is told so in real Slack is left out. */
    private void post(Occasion occasion, Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered && answered.status() == 200) {
            Answers.read(answered.body()).ifPresent(fields -> answers.give(occasion, fields));
        }
    }
}
