package io.yobidashi.aws.queue;

import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * A message in hand.
 *
 * @param receipt what SQS wants to see when the message is deleted or given back
 * @param attributes what its sender gave it beside the body
 */
record Held(Received received, String receipt, Map<String, MessageAttributeValue> attributes) {}
