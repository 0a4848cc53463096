package io.yobidashi.localcloud.rules;

import io.yobidashi.localcloud.iot.Inbound;
import io.yobidashi.localcloud.sqs.SqsCaller;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules engine of IoT Core with its SQS action: what a rule selects of a publish becomes a message, without an
 * envelope and without attributes ("Rule actions", SQS). The order is not kept, as with AWS.
 */
public final class RuleEngine implements Inbound {
    private static final Logger LOG = LoggerFactory.getLogger(RuleEngine.class);

    private final List<Rule> rules;
    private final PatientSender sender;
    private final Clock clock;
    private final LongAdder forwarded = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    /**
     * The engine with the rules of {@code rules.yaml}.
     *
     * @throws IllegalArgumentException with one line, if a rule makes no sense
     */
    public RuleEngine(SqsCaller sqs, Clock clock) {
        this(Rule.bundled(), new PatientSender(sqs), clock);
    }

    RuleEngine(List<Rule> rules, PatientSender sender, Clock clock) {
        this.rules = rules;
        this.sender = sender;
        this.clock = clock;
    }

    /** Complete once every matching rule is through: its queue has the message, or it was given up with an error line. */
    @Override
    public CompletionStage<?> received(String topic, byte[] payload) {
        return CompletableFuture.allOf(rules.stream()
                .filter(rule -> rule.statement().from().matches(topic))
                .map(rule -> run(rule, topic, payload))
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Messages that a queue has taken. */
    public long forwarded() {
        return forwarded.sum();
    }

    /** Messages that no queue would take. */
    public long dropped() {
        return dropped.sum();
    }

    private CompletableFuture<?> run(Rule rule, String topic, byte[] payload) {
        Optional<String> selected = rule.statement().apply(topic, payload, clock.instant());
        if (selected.isEmpty()) {
            giveUp(rule, topic, "the payload is no JSON object, to which columns could be added");
            return CompletableFuture.completedFuture(null);
        }
        return sender.send(rule.queue(), selected.get()).thenAccept(failure -> {
            failure.ifPresentOrElse(reason -> giveUp(rule, topic, reason), forwarded::increment);
        });
    }

    private void giveUp(Rule rule, String topic, String reason) {
        dropped.increment();
        LOG.error("Rule {} lost a message of topic {} for queue {}: {}", rule.name(), topic, rule.queue(), reason);
    }
}
