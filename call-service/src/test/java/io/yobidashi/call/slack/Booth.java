package io.yobidashi.call.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.yobidashi.core.handler.AnswerHandler;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.PressHandler;
import io.yobidashi.core.handler.ReminderHandler;
import io.yobidashi.core.handler.ResetHandler;
import io.yobidashi.core.handler.Teller;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Meanings;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.testing.InMemoryQueues;
import io.yobidashi.core.testing.InMemoryShadows;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.SampleRoster;
import io.yobidashi.localcloud.LocalCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The life of calls over twins, told by the real adapter to the local Slack in a channel of its own. */
final class Booth implements AutoCloseable {
    private static final AtomicInteger CHANNELS = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    final MutableClock clock = new MutableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final InMemoryShadows shadows = new InMemoryShadows(clock);
    final Roster roster = SampleRoster.three();
    final LossyRoad road;
    final String channel;
    final Teller teller;
    private final URI cloud;
    private final InMemoryQueues queues = new InMemoryQueues();
    private final List<Delayed> delivered = new ArrayList<>();
    private final PressHandler presses;
    private final AnswerHandler answers;
    private final ReminderHandler reminders;
    private final ResetHandler resets;

    private Booth(LocalCloud cloud, String channel, Function<Booth, SlackChannel> slack) throws IOException {
        this.cloud = cloud.endpoints().http();
        this.channel = channel;
        this.road = new LossyRoad(this.cloud);
        roster.people().forEach(person -> shadows.put(PersonStatus.unknown(person.id())));
        Transition transition = new Transition(shadows, queues);
        teller = teller(slack.apply(this));
        presses = new PressHandler(transition, shadows, () -> roster, queues, Meanings.DEFAULT, clock);
        answers = new AnswerHandler(transition, shadows, () -> roster, queues, (answer, reply) -> {}, clock);
        reminders = new ReminderHandler(transition, shadows, () -> roster, queues, clock);
        resets = new ResetHandler(transition, shadows, () -> roster, queues, clock);
        archive(false);
    }

    /** In a channel of its own. */
    static Booth byBot(LocalCloud cloud) throws IOException {
        return new Booth(cloud, "C0ROOM" + CHANNELS.incrementAndGet(), booth -> booth.bot("xoxb-local"));
    }

    /** In the roster's channel, which is the webhook's. */
    static Booth byWebhook(LocalCloud cloud) throws IOException {
        return new Booth(
                cloud,
                "C0BOOTH",
                booth -> new SlackWebhook(booth.cloud.resolve("/slack/webhook"), booth::wording, booth.clock));
    }

    /** Another copy of the service, with this token. */
    Teller teller(String token) {
        return teller(bot(token));
    }

    private Teller teller(SlackChannel slack) {
        return new Teller(shadows, slack, () -> UUID.randomUUID().toString());
    }

    private SlackChannel bot(String token) {
        return new SlackBot(new Access(token, Optional.of(channel), road.api()), this::wording, clock);
    }

    private Wording wording() {
        return new Wording(roster, Language.EN);
    }

    Outcome press(String button) {
        return press(button, Click.SINGLE);
    }

    Outcome press(String button, Click click) {
        Press press = new Press(UUID.randomUUID().toString(), button, click, clock.instant(), null);
        String person = roster.button(button).orElseThrow().person();
        Outcome outcome = presses.handle(person, List.of(press));
        return outcome.equals(Outcome.DONE) ? teller.tell(person) : outcome;
    }

    void say(String user, Answer.Kind kind, String note) {
        Instant until = clock.instant().plus(Duration.ofMinutes(30));
        answers.handle(new Answer(
                UUID.randomUUID().toString(), user, null, kind, note, null, until, null, note, null, clock.instant()));
        tellAll();
    }

    /** Lets time pass, brings every timer that becomes due, and has Slack told. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        for (Optional<Delayed> next = nextDue(end); next.isPresent(); next = nextDue(end)) {
            Delayed timer = next.get();
            delivered.add(timer);
            clock.advance(Duration.between(clock.instant(), timer.due()));
            if (timer.message() instanceof Reset reset) {
                resets.handle(reset);
            } else {
                reminders.handle((Reminder) timer.message());
            }
            tellAll();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    void tellAll() {
        roster.people().forEach(person -> teller.tell(person.id()));
    }

    PersonStatus status(String person) {
        return shadows.status(person);
    }

    /** What everybody sees in the channel, oldest first. */
    List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        http("GET", "/slack/messages", "").forEach(message -> {
            if (message.path("channel").asText().equals(channel)) {
                messages.add(message);
            }
        });
        return messages;
    }

    List<String> texts() {
        return messages().stream().map(message -> message.path("text").asText()).toList();
    }

    void archive(boolean archived) {
        http("PUT", "/slack/channels/" + channel, "{\"archived\":" + archived + "}");
    }

    JsonNode http(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(cloud.resolve(path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            String answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(answer.isEmpty() ? "null" : answer);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        road.close();
    }

    private Optional<Delayed> nextDue(Instant end) {
        return queues.sent().stream()
                .filter(timer -> timer.message() instanceof Reset || timer.message() instanceof Reminder)
                .filter(timer -> !timer.due().isAfter(end) && !delivered.contains(timer))
                .min(Comparator.comparing(Delayed::due));
    }
}
