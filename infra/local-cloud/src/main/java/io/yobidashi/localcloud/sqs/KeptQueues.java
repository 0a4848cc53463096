package io.yobidashi.localcloud.sqs;

import io.yobidashi.localcloud.store.Aside;
import io.yobidashi.localcloud.store.CorruptFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.QueueData;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.DB;
import org.elasticmq.persistence.sql.MessageRepository;
import org.elasticmq.persistence.sql.QueueRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Queues and messages as they are in the file, by ElasticMQ's own repositories; for one thread at a time. */
final class KeptQueues implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptQueues.class);

    private final QueueFile file;
    private final DB database;
    private final QueueRepository queues;
    private final MessageRepository unreadable;
    private final Map<String, MessageRepository> messages = new HashMap<>();
    /** In which queue each message is. */
    private final Map<String, String> places = new HashMap<>();

    private final List<KeptQueue> found = new ArrayList<>();

    private KeptQueues(QueueFile file) {
        this.file = file;
        this.database = file.database();
        this.queues = new QueueRepository(database);
        this.unreadable = new MessageRepository("unreadable", database);
    }

    /**
     * Opens the file and reads all of it; one that is corrupt is set aside and a new one begins.
     *
     * @throws IllegalStateException if this or another process has it open
     */
    static KeptQueues open(Path path) {
        try {
            return whole(path);
        } catch (CorruptFile e) {
            Aside.put(path, e);
            return whole(path);
        }
    }

    private static KeptQueues whole(Path path) {
        QueueFile file = QueueFile.open(path);
        try {
            KeptQueues queues = new KeptQueues(file);
            queues.read();
            return queues;
        } catch (Exception e) { // ElasticMQ declares none of what it throws, not even SQLException.
            file.abandon();
            throw new CorruptFile(e);
        }
    }

    /** What was found in the file, a dead-letter queue before the queue that needs it. */
    List<KeptQueue> found() {
        return List.copyOf(found);
    }

    private void read() {
        for (CreateQueueMetadata queue : CollectionConverters.asJava(CreateQueueMetadata.mergePersistedAndBaseQueues(
                queues.findAll(),
                CollectionConverters.asScala(List.<CreateQueueMetadata>of()).toList()))) {
            MessageRepository place = new MessageRepository(queue.name(), database);
            messages.put(queue.name(), place);
            List<InternalMessage> whole = new ArrayList<>();
            CollectionConverters.asJava(place.findAll()).forEach(kept -> read(kept, queue, whole));
            found.add(new KeptQueue(queue, whole));
        }
    }

    /** One that was on its way between two queues when the process died is in both; it stays in one. */
    private void read(InternalMessage kept, CreateQueueMetadata queue, List<InternalMessage> whole) {
        if (places.putIfAbsent(kept.id(), queue.name()) != null) {
            messages.get(queue.name()).remove(kept.id());
            return;
        }
        try {
            whole.add(KeptMessage.restore(kept, queue.isFifo()));
        } catch (IllegalArgumentException damaged) {
            unreadable.add(kept);
            remove(queue.name(), kept.id());
            LOG.error(
                    "Message {} of {} is unreadable and was set aside: {}",
                    kept.id(),
                    queue.name(),
                    damaged.getMessage());
        }
    }

    void create(QueueData queue) {
        CreateQueueMetadata kept = CreateQueueMetadata.from(queue);
        if (messages.containsKey(queue.name())) {
            queues.update(kept);
        } else {
            queues.add(kept);
            messages.put(queue.name(), new MessageRepository(queue.name(), database));
        }
    }

    void delete(String queue) {
        queues.remove(queue);
        MessageRepository gone = messages.remove(queue);
        if (gone != null) {
            gone.drop();
            places.values().removeIf(queue::equals);
        }
    }

    /** Adds a message, or moves it here: it leaves its old place when it is in the new one. */
    void add(String queue, InternalMessage message) {
        String before = places.get(message.id());
        if (!messages.containsKey(queue)) {
            return;
        }
        if (queue.equals(before)) {
            update(queue, message);
            return;
        }
        messages.get(queue).add(steady(message));
        places.put(message.id(), queue);
        if (before != null) {
            messages.get(before).remove(message.id());
        }
    }

    void update(String queue, InternalMessage message) {
        if (queue.equals(places.get(message.id()))) {
            messages.get(queue).update(steady(message));
        }
    }

    /** Only if it is still there: it may have been moved meanwhile. */
    void remove(String queue, String message) {
        if (places.remove(message, queue)) {
            messages.get(queue).remove(message);
        }
    }

    void purge(String queue) {
        if (messages.containsKey(queue)) {
            messages.get(queue).drop();
            messages.put(queue, new MessageRepository(queue, database));
            places.values().removeIf(queue::equals);
        }
    }

    @Override
    public void close() {
        file.close();
    }

    /** The queue may be handing it out at this moment. */
    private static InternalMessage steady(InternalMessage message) {
        while (true) {
            try {
                return KeptMessage.of(message);
            } catch (ConcurrentModificationException changing) {
                Thread.onSpinWait();
            }
        }
    }

    /** A queue with its messages. */
    record KeptQueue(CreateQueueMetadata queue, List<InternalMessage> messages) {}
}
