package io.yobidashi.localcloud.sqs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One SQS in memory for all tests of a class, and the AWS SDK's client for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SqsTest {
    final SqsServer server = new SqsServer("127.0.0.1", 0);
    Client client;

    @BeforeAll
    void startTheServer() {
        server.start();
        client = Client.of(server.port());
    }

    @AfterAll
    void stopTheServer() {
        client.close();
        server.close();
    }
}
