package io.yobidashi.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.faults.Channel.Mention;
import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Http;
import io.yobidashi.systemtests.running.LastingStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The people who are called: they look at the channel, and after a moment most say that they come, some that they
 * can't, by a click, in the thread or by the command; the others say nothing.
 */
final class Crowd implements AutoCloseable {
    private static final double COMES = 0.6;
    private static final double CANNOT = 0.1;

    private final Cluster cluster;
    private final Crew crew;
    private final Random random;
    private final Map<String, String> users;
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(8);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> declined = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private final LastingStream channel;

    Crowd(Cluster cluster, Crew crew, long seed) {
        this.cluster = cluster;
        this.crew = crew;
        this.random = new Random(seed);
        this.users = crew.bySlack();
        channel = new LastingStream(() -> cluster.cloud("/slack/stream"), (connection, name, data) -> read(name, data));
    }

    /** At connect come all messages: those of calls long over are none to answer. */
    private void read(String name, JsonNode data) {
        if (name.equals("message")) {
            Mention.of(data).filter(mention -> seen.add(mention.ts())).ifPresent(this::consider);
        } else if (name.equals("messages")) {
            data.forEach(message -> seen.add(message.path("ts").asText()));
        }
    }

    private void consider(Mention mention) {
        if (!mention.person().startsWith("p")) {
            return;
        }
        double mood = random.nextDouble();
        String user = users.containsKey(mention.user()) ? mention.user() : Crew.slackOf(anybody());
        if (mood < COMES) {
            later(road(mention, user));
        } else if (mood < COMES + CANNOT) {
            declined.add(mention.call());
            later("/slack/messages/" + mention.thread() + "/click?action=cannot&user=" + user);
        }
    }

    private String road(Mention mention, String user) {
        return switch (random.nextInt(3)) {
            case 0 -> "/slack/messages/" + mention.thread() + "/click?action=ack&user=" + user;
            case 1 -> "/slack/say?user=" + user + "&text=ok&thread_ts=" + mention.thread();
            default -> "/slack/command?user=" + user + "&text=ok";
        };
    }

    private String anybody() {
        return crew.loaded().get(random.nextInt(crew.people()));
    }

    private void later(String deed) {
        people.schedule(() -> answer(deed), 300 + random.nextInt(1_200), TimeUnit.MILLISECONDS);
    }

    private void answer(String deed) {
        try {
            Http.post(cluster.cloud(deed), "");
            answers.incrementAndGet();
        } catch (UncheckedIOException e) {
            // The local Slack was killed under it. Who gets no answer in Slack lets it be, here at least.
            return;
        }
    }

    int answers() {
        return answers.get();
    }

    /** Calls of which somebody said, or tried to say, that they can't come. */
    Set<String> declined() {
        return Set.copyOf(declined);
    }

    @Override
    public void close() {
        channel.close();
        people.shutdownNow();
    }
}
