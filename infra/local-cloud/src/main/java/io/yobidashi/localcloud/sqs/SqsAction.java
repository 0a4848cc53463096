package io.yobidashi.localcloud.sqs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The few SQS actions that are needed to set the queues up, over SQS's own JSON protocol. */
final class SqsAction {
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    SqsAction(int port) {
        this.server = URI.create("http://localhost:" + port + "/");
    }

    boolean exists(String queue) {
        return call("GetQueueUrl", Map.of("QueueName", queue)).statusCode() == 200;
    }

    void create(String queue, Map<String, String> attributes) {
        HttpResponse<String> answer = call("CreateQueue", Map.of("QueueName", queue, "Attributes", attributes));
        require200(answer, "Queue " + queue + " was not created");
    }

    void change(String queue, Map<String, String> attributes) {
        String url = server + SqsServer.ACCOUNT + "/" + queue;
        HttpResponse<String> answer = call("SetQueueAttributes", Map.of("QueueUrl", url, "Attributes", attributes));
        require200(answer, "Queue " + queue + " was not brought in line with the file");
    }

    private static void require200(HttpResponse<String> answer, String problem) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(problem + ": " + answer.body());
        }
    }

    private HttpResponse<String> call(String action, Map<String, Object> parameters) {
        HttpRequest request = HttpRequest.newBuilder(server)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + action)
                .POST(BodyPublishers.ofString(json.valueToTree(parameters).toString()))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("SQS did not answer to " + action, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + action, e);
        }
    }
}
