package io.yobidashi.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each kind of fault as an official client meets it, the same for every cloud. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultContract {
    /** What a push came to: answered, refused by an answer, or cut off without one. */
    enum Outcome {
        DONE,
        REFUSED,
        CUT
    }

    /**
     * @param status of the answer, 0 without one
     * @param error in the words of the service
     * @param retryAfter the header
     */
    record Result(Outcome outcome, int status, String error, Optional<String> retryAfter) {
        static final Result DONE = new Result(Outcome.DONE, 200, "", Optional.empty());
        static final Result CUT = new Result(Outcome.CUT, 0, "", Optional.empty());
    }

    private static final int LONG = 300;

    LocalCloud cloud;

    @BeforeAll
    void startCloud() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        open();
    }

    @AfterEach
    void clearFaults() {
        cloud.faults().clear();
    }

    @AfterAll
    void stopCloud() {
        close();
        cloud.close();
    }

    abstract void open();

    abstract void close();

    abstract String name();

    /** The route that {@link #push} takes. */
    abstract String route();

    /** Sends a text through the official client, which tries once; never fails. */
    abstract CompletableFuture<Result> push(String text);

    /** What the real server has got of this test, in order. */
    abstract List<String> arrived();

    /** The real service's name for a failure with status 500. */
    abstract String failure();

    /** The real service's name for too many requests. */
    abstract String throttling();

    @Test
    void an_error_is_answered_n_times_and_the_server_is_not_asked() {
        plan("{'kind':'status','status':500,'times':2}");

        assertThat(push("a").join()).isEqualTo(refused(500, failure()));
        assertThat(push("b").join()).isEqualTo(refused(500, failure()));
        assertThat(push("c").join()).isEqualTo(Result.DONE);
        awaitArrived("c");
    }

    @Test
    void too_many_requests_come_with_the_time_to_wait() {
        plan("{'kind':'retry-after','seconds':7,'times':1}");

        Result limited = push("a").join();

        assertThat(limited).isEqualTo(new Result(Outcome.REFUSED, 429, throttling(), Optional.of("7")));
        assertThat(push("b").join()).isEqualTo(Result.DONE);
        awaitArrived("b");
    }

    @Test
    void a_slow_request_reaches_the_server_late() {
        plan("{'kind':'slow','seconds':1,'times':1}");
        long before = System.nanoTime();

        assertThat(push("slow").join()).isEqualTo(Result.DONE);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        awaitArrived("slow");
    }

    @Test
    void a_slow_request_holds_up_no_other() {
        plan("{'kind':'slow','seconds':" + LONG + ",'times':1}");
        CompletableFuture<Result> slow = push("slow");
        awaitUsed(1);

        assertThat(push("quick").join()).isEqualTo(Result.DONE);
        awaitArrived("quick");
        cloud.faults().clear(name());

        assertThat(slow.join()).isEqualTo(Result.DONE);
        awaitArrived("quick", "slow");
    }

    @Test
    void of_a_lost_answer_the_client_knows_nothing_but_the_server_has_acted() {
        plan("{'kind':'lost-answer','times':1}");

        assertThat(push("a").join()).isEqualTo(Result.CUT);

        awaitArrived("a");
        assertThat(push("b").join()).isEqualTo(Result.DONE);
        awaitArrived("a", "b");
    }

    @Test
    void what_is_pushed_twice_reaches_the_server_twice_and_the_client_gets_one_answer() {
        plan("{'kind':'twice','times':1}");

        assertThat(push("a").join()).isEqualTo(Result.DONE);
        assertThat(push("b").join()).isEqualTo(Result.DONE);

        awaitArrived("a", "a", "b");
    }

    @Test
    void of_two_requests_the_second_overtakes_the_first() {
        plan("{'kind':'reorder','seconds':" + LONG + ",'times':1}");

        CompletableFuture<Result> first = push("first");
        awaitUsed(1);
        Result second = push("second").join();

        assertThat(second).isEqualTo(Result.DONE);
        assertThat(first.join()).isEqualTo(Result.DONE);
        awaitArrived("second", "first");
    }

    @Test
    void a_request_that_nobody_overtakes_goes_on_by_itself() {
        plan("{'kind':'reorder','seconds':0.2,'times':1}");

        assertThat(push("alone").join()).isEqualTo(Result.DONE);
        awaitArrived("alone");
    }

    @Test
    void who_is_away_cuts_connections_until_it_returns() {
        plan("{'kind':'away','seconds':" + LONG + "}");
        assertThat(push("a").join()).isEqualTo(Result.CUT);
        assertThat(push("b").join()).isEqualTo(Result.CUT);

        plan("{'kind':'away','seconds':0.3}");

        await().until(() -> push("c").join().equals(Result.DONE));
        awaitArrived("c");
    }

    @Test
    void requests_that_are_under_way_when_it_goes_away_are_cut_too() {
        plan("{'kind':'slow','seconds':" + LONG + "}");
        CompletableFuture<Result> underWay = push("a");
        awaitUsed(1);

        plan("{'kind':'away','seconds':" + LONG + "}");

        assertThat(underWay.join()).isEqualTo(Result.CUT);
        assertThat(arrived()).isEmpty();
    }

    @Test
    void the_plan_of_another_cloud_or_route_touches_nothing() {
        for (String other : List.of("slack", "sqs", "iot")) {
            if (!other.equals(name())) {
                cloud.faults().set(other, "{\"rules\":[{\"route\":\"*\",\"kind\":\"away\",\"seconds\":300}]}");
            }
        }
        assertThat(push("a").join()).isEqualTo(Result.DONE);
    }

    Result refused(int status, String error) {
        return new Result(Outcome.REFUSED, status, error, Optional.empty());
    }

    /** One rule for {@link #route()}; apostrophes stand for quotation marks. */
    void plan(String rule) {
        planFor(route(), rule);
    }

    void planFor(String route, String rule) {
        String withRoute = rule.replaceFirst("\\{", "{'route':'" + route + "',");
        cloud.faults().set(name(), ("{'seed':1,'rules':[" + withRoute + "]}").replace('\'', '"'));
    }

    void awaitUsed(int times) {
        await().until(() -> ruleShown().path("used").asInt() == times);
    }

    private JsonNode ruleShown() {
        return cloud.faults().shown().at("/" + name() + "/rules/0");
    }

    void awaitArrived(String... texts) {
        await().untilAsserted(() -> assertThat(arrived()).containsExactly(texts));
    }
}
