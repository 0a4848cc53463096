package io.yobidashi.localcloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.web.Problem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** {@code GET /queues}: where messages are, for people. Counts are those of SQS's GetQueueAttributes. */
public final class QueuesDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VISIBLE = "ApproximateNumberOfMessages";
    private static final List<String> COUNTS = List.of(VISIBLE, VISIBLE + "NotVisible", VISIBLE + "Delayed");

    private final SqsCaller sqs;

    /** @param sqs past any fault plan: whoever watches must not use up the faults that others wait for */
    public QueuesDoor(SqsCaller sqs) {
        this.sqs = sqs;
    }

    /**
     * A queue and its messages.
     *
     * @param waiting can be received now
     * @param inFlight received and not yet deleted
     * @param delayed held back by a delay
     */
    record Depth(String name, int waiting, int inFlight, int delayed) {}

    public void addTo(RoutesConfig routes) {
        routes.get("/queues", this::list);
    }

    private void list(Context http) {
        JsonNode urls = answer(sqs.call("ListQueues", Map.of())).path("QueueUrls");
        List<String> names = new ArrayList<>(StreamSupport.stream(urls.spliterator(), false)
                .map(url -> url.asText().substring(url.asText().lastIndexOf('/') + 1))
                .sorted()
                .toList());
        List<CompletableFuture<HttpResponse<String>>> asked =
                names.stream().map(this::ask).toList();
        List<Depth> depths = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            depths.add(depth(names.get(i), answer(asked.get(i)).path("Attributes")));
        }
        http.contentType("application/json").result(JSON.valueToTree(depths).toString());
    }

    private CompletableFuture<HttpResponse<String>> ask(String queue) {
        return sqs.call("GetQueueAttributes", Map.of("QueueUrl", sqs.url(queue), "AttributeNames", COUNTS));
    }

    private static Depth depth(String name, JsonNode counts) {
        return new Depth(
                name,
                counts.path(VISIBLE).asInt(),
                counts.path(VISIBLE + "NotVisible").asInt(),
                counts.path(VISIBLE + "Delayed").asInt());
    }

    private static JsonNode answer(CompletableFuture<HttpResponse<String>> call) {
        HttpResponse<String> answer = call.exceptionally(failure -> null)
                .completeOnTimeout(null, 5, TimeUnit.SECONDS)
                .join();
        if (answer == null) {
            throw new Problem(503, "SQS is out of reach.");
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new Problem(502, "SQS answered no JSON.");
        }
    }
}
