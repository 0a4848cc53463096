package io.yobidashi.localcloud.iot;

/**
 * What a client publishes.
 *
 * @param qos 0 or 1
 * @param retain whether later subscribers of this very topic get it too
 */
record Message(String topic, byte[] payload, int qos, boolean retain) {}
