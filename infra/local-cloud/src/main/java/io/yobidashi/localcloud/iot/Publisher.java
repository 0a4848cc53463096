package io.yobidashi.localcloud.iot;

/**
 * The way out to MQTT subscribers. Returns at once; messages of one thing keep their order. While no broker runs, a
 * message is dropped: a subscriber that is away must read the shadow when it returns, as with AWS.
 */
public interface Publisher {

    void publish(String topic, byte[] payload);
}
