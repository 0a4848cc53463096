package io.yobidashi.localcloud.buttons;

import io.yobidashi.localcloud.sqs.SqsCaller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Carries transmissions to where they go and waits for the answer. */
public final class Roads {
    private static final String JSON = "application/json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Supplier<URI> callService;
    private final MqttRoad mqtt;
    private final SqsCaller sqs;

    /**
     * @param callService the base address of the service that gets {@code /presses}, asked at each press
     * @param broker as {@code mqtt://…}, asked at each press
     */
    public Roads(Supplier<URI> callService, Supplier<URI> broker, SqsCaller sqs) {
        this.callService = callService;
        this.mqtt = new MqttRoad(broker);
        this.sqs = sqs;
    }

    Answer send(Transmission transmission) {
        if (transmission instanceof Transmission.Http request) {
            return send(request);
        }
        if (transmission instanceof Transmission.Mqtt publish) {
            return mqtt.send(publish);
        }
        return send((Transmission.Sqs) transmission);
    }

    private Answer send(Transmission.Http transmission) {
        URI address = callService.get();
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/presses"))
                .timeout(PATIENCE)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(transmission.body()));
        transmission.headers().forEach(request::header);
        try {
            return answer("http", http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return Answer.nobody("http", "call-service is out of reach at " + address + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.nobody("http", "The press was interrupted.");
        }
    }

    private Answer send(Transmission.Sqs transmission) {
        try {
            return answer(
                    "sqs", sqs.send(transmission.queue(), transmission.body()).join());
        } catch (CompletionException e) {
            return Answer.nobody("sqs", "SQS is out of reach.");
        }
    }

    private static Answer answer(String road, HttpResponse<String> answer) {
        String contentType = answer.headers().firstValue("Content-Type").orElse("");
        return new Answer(road, answer.statusCode(), contentType, answer.body());
    }
}
