package io.yobidashi.aws.queue;

/** The queues. The names are part of the contract between the services and with the cloud. */
public enum QueueName {
    PRESSES("yobidashi-presses"),
    ACKS("yobidashi-acks"),
    RESETS("yobidashi-resets"),
    /** Reminders, and the word that Slack may be owed something. */
    REMINDERS("yobidashi-reminders");

    private final String queue;

    QueueName(String queue) {
        this.queue = queue;
    }

    public String queue() {
        return queue;
    }

    /** The queue of those that can't be understood. */
    public String deadLetters() {
        return queue + "-dlq";
    }
}
