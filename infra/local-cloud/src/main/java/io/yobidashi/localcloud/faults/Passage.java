package io.yobidashi.localcloud.faults;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/** One request on its way through a front: to the real server, or into the fault that meets it. */
final class Passage {
    private final Checkpoint checkpoint;
    private final HttpServerRequest client;
    private final Request request;

    Passage(Checkpoint checkpoint, HttpServerRequest client, Request request) {
        this.checkpoint = checkpoint;
        this.client = client;
        this.request = request;
    }

    void begin() {
        Optional<Answer> unreadable = checkpoint.unreadable(request);
        if (unreadable.isPresent()) {
            answer(unreadable.get());
            return;
        }
        Optional<Spot> spot = checkpoint.spotOf(request);
        Optional<Answer> again = spot.flatMap(place -> checkpoint.handedOutAgain(place, request));
        if (again.isPresent()) {
            answer(again.get());
            return;
        }
        spot.ifPresentOrElse(this::meetFault, this::forward);
    }

    /** Cut off at once if the plan that was just set says so. */
    void interrupt() {
        if (checkpoint.spotOf(request).filter(checkpoint::away).isPresent()) {
            cut();
        }
    }

    private void meetFault(Spot spot) {
        Optional<Fault> fault = checkpoint.draw(spot);
        if (fault.isPresent()) {
            act(fault.get(), spot);
        } else {
            pass(spot);
        }
    }

    private void act(Fault fault, Spot spot) {
        boolean maybe = fault.kind() == Kind.TWICE && spot.receives();
        if (!maybe) {
            checkpoint.count(spot.wire().cloud(), fault);
        }
        switch (fault.kind()) {
            case STATUS -> answer(spot.wire().refusal(request, fault.rule()));
            case RETRY_AFTER ->
                answer(spot.wire()
                        .refusal(request, fault.rule())
                        .with("Retry-After", fault.rule().retryAfter()));
            case SLOW -> checkpoint.later(spot, fault.rule().millis(), () -> resume(spot));
            case LOST_ANSWER -> fetch(spot).onComplete(lost -> cut());
            case TWICE -> twice(fault, spot);
            case REORDER -> reorder(fault, spot);
            case AWAY -> cut();
        }
    }

    private void twice(Fault fault, Spot spot) {
        Future<Answer> first = fetch(spot);
        Future<Answer> both = spot.receives()
                ? first.map(answer -> checkpoint.handOutAgain(SqsCall.of(request), answer, fault))
                : first.compose(answer -> fetch(spot).transform(second -> Future.succeededFuture(answer)));
        both.onComplete(this::answerOrCut);
    }

    private void reorder(Fault fault, Spot spot) {
        if (spot.receives()) {
            fetch(spot)
                    .map(answer -> Received.in(answer, SqsCall.of(request).json()))
                    .map(received -> received.messages().isEmpty()
                            ? received.answer()
                            : received.shuffled(fault.seed()).asAnswer())
                    .onComplete(this::answerOrCut);
        } else {
            checkpoint.park(spot, fault, () -> resume(spot));
        }
    }

    /** After it was held, under the plan that holds now. */
    private void resume(Spot spot) {
        if (checkpoint.away(spot)) {
            cut();
        } else {
            pass(spot);
        }
    }

    /** To the server, overtaking whoever was held back on this route. */
    private void pass(Spot spot) {
        boolean nobodyWaits = spot.receives() && client.response().closed();
        if (nobodyWaits) {
            return;
        }
        if (checkpoint.deletions().concern(spot)) {
            fetch(spot)
                    .map(answer -> checkpoint.deletions().corrected(SqsCall.of(request), answer))
                    .onComplete(this::answerOrCut);
            return;
        }
        Runnable release = checkpoint.overtake(spot);
        relayed().onComplete(through -> release.run());
    }

    private void forward() {
        relayed();
    }

    private Future<Void> relayed() {
        return checkpoint
                .upstream()
                .send(request, client.response())
                .compose(this::relay)
                .onFailure(broken -> cut());
    }

    private Future<Void> relay(HttpClientResponse response) {
        HttpServerResponse out = client.response();
        if (out.closed()) {
            return response.end();
        }
        out.setStatusCode(response.statusCode()).setStatusMessage(response.statusMessage());
        out.headers().setAll(Upstream.endToEnd(response.headers()));
        if (!out.headers().contains("Content-Length") && response.statusCode() != 204 && response.statusCode() != 304) {
            out.setChunked(true);
        }
        return response.pipeTo(out);
    }

    private Future<Answer> fetch(Spot spot) {
        Runnable release = checkpoint.overtake(spot);
        return checkpoint.upstream().fetch(request, client.response()).onComplete(through -> release.run());
    }

    private void answerOrCut(AsyncResult<Answer> result) {
        if (result.succeeded()) {
            answer(result.result());
        } else {
            cut();
        }
    }

    private void answer(Answer answer) {
        HttpServerResponse out = client.response();
        if (out.closed()) {
            return;
        }
        out.setStatusCode(answer.status());
        out.headers().setAll(answer.headers()).remove("Content-Length");
        out.end(answer.body());
    }

    /** The client sees its connection end, and no answer. */
    private void cut() {
        client.connection().close();
    }
}
