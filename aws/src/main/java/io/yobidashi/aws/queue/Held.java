package io.yobidashi.aws.queue;

/** A message in hand. @param receipt what SQS wants to see when the message is deleted or given back */
record Held(Received received, String receipt) {}
