package io.yobidashi.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.localcloud.Threads;
import io.yobidashi.localcloud.web.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultPlanTest {
    private final Faults faults = new Faults();

    @Test
    void the_same_plan_and_the_same_requests_meet_the_same_faults() {
        assertThat(faultsMet(7)).isEqualTo(faultsMet(7)).isNotEqualTo(faultsMet(8));
    }

    private List<Optional<Kind>> faultsMet(int seed) {
        set("{'seed':" + seed + ",'rules':[{'route':'SendMessage','kind':'slow','probability':0.3},"
                + "{'route':'*','kind':'twice','probability':0.5,'times':40}]}");
        return IntStream.range(0, 200)
                .mapToObj(number -> draw(number % 3 == 0 ? "SendMessage" : "ReceiveMessage"))
                .toList();
    }

    @Test
    void chance_comes_true_about_as_often_as_it_says() {
        set("{'seed':3,'rules':[{'route':'*','kind':'slow','probability':0.25}]}");

        assertThat(IntStream.range(0, 1_000)
                        .filter(number -> draw("SendMessage").isPresent()))
                .hasSizeBetween(200, 300);
    }

    @Test
    void the_first_rule_with_times_left_applies() {
        set("{'rules':[{'route':'SendMessage','kind':'slow','times':1},{'route':'*','kind':'twice','times':2}]}");

        assertThat(Stream.of("SendMessage", "SendMessage", "ListQueues", "SendMessage")
                        .map(this::draw))
                .containsExactly(
                        Optional.of(Kind.SLOW), Optional.of(Kind.TWICE), Optional.of(Kind.TWICE), Optional.empty());
    }

    @Test
    void times_are_never_exceeded_by_many_at_once() {
        set("{'rules':[{'route':'*','kind':'slow','times':500}]}");

        List<CompletableFuture<Long>> threads = IntStream.range(0, 8)
                .mapToObj(thread -> CompletableFuture.supplyAsync(
                        () -> IntStream.range(0, 1_000)
                                .filter(number -> draw("SendMessage").isPresent())
                                .count(),
                        Threads.ONE_FOR_EACH))
                .toList();

        assertThat(threads.stream().mapToLong(CompletableFuture::join).sum()).isEqualTo(500);
    }

    @Test
    void a_plan_shows_what_is_left_and_is_replaced_as_a_whole() {
        set("{'seed':5,'rules':[{'route':'*','kind':'slow','times':3}]}");
        draw("SendMessage");

        assertThat(faults.shown().at("/sqs/seed").asLong()).isEqualTo(5);
        assertThat(faults.shown().at("/sqs/rules/0/left").asInt()).isEqualTo(2);
        assertThat(faults.shown().at("/slack/rules")).isEmpty();

        set("{'rules':[]}");

        assertThat(faults.shown().at("/sqs/rules")).isEmpty();
        assertThat(draw("SendMessage")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sqs   | rubbish                                                           | 400 | not JSON",
                "sqs   | {} {}                                                             | 400 | not JSON",
                "sqs   | []                                                                | 400 | a JSON object",
                "sqs   | {}                                                                | 400 | JSON array",
                "sqs   | {'rules':{}}                                                      | 400 | JSON array",
                "sqs   | {'seed':'x','rules':[]}                                           | 400 | seed is a whole number",
                "sqs   | {'sead':1,'rules':[]}                                             | 400 | no 'sead'",
                "sqs   | {'rules':[1]}                                                     | 400 | Rule 1 is no JSON object",
                "sqs   | {'rules':[{'route':'*','kind':'slow'},{'route':'*'}]}             | 400 | Rule 2 needs a kind",
                "sqs   | {'rules':[{'route':'*','kind':'explode'}]}                        | 400 | not 'explode'",
                "sqs   | {'rules':[{'kind':'slow'}]}                                       | 400 | no route of sqs",
                "sqs   | {'rules':[{'route':'chat.postMessage','kind':'slow'}]}            | 400 | no route of sqs",
                "sqs   | {'rules':[{'route':'mqtt','kind':'slow'}]}                        | 400 | no route of sqs",
                "slack | {'rules':[{'route':'SendMessage','kind':'slow'}]}                 | 400 | no route of slack",
                "iot   | {'rules':[{'route':'webhook','kind':'slow'}]}                     | 400 | no route of iot",
                "iot   | {'rules':[{'route':'mqtt','kind':'status'}]}                      | 400 | on mqtt",
                "iot   | {'rules':[{'route':'mqtt','kind':'lost-answer'}]}                 | 400 | on mqtt",
                "sqs   | {'rules':[{'route':'*','kind':'slow','seconds':-1}]}              | 400 | seconds from 0",
                "sqs   | {'rules':[{'route':'*','kind':'slow','seconds':'1'}]}             | 400 | number as seconds",
                "sqs   | {'rules':[{'route':'*','kind':'slow','times':-1}]}                | 400 | times from 0",
                "sqs   | {'rules':[{'route':'*','kind':'slow','times':1.5}]}               | 400 | whole number as times",
                "sqs   | {'rules':[{'route':'*','kind':'slow','probability':1.1}]}         | 400 | probability from 0 to 1",
                "sqs   | {'rules':[{'route':'*','kind':'status','status':204}]}            | 400 | no error (400",
                "sqs   | {'rules':[{'route':'*','kind':'status','status':200,'error':'x'}]}| 400 | no error (400",
                "sqs   | {'rules':[{'route':'*','kind':'status','error':'a<b'}]}           | 400 | no error name",
                "sqs   | {'rules':[{'route':'*','kind':'slow','chance':1}]}                | 400 | unknown field 'chance'",
                "s3    | {'rules':[]}                                                      | 404 | slack, sqs and iot",
            })
    void a_plan_that_makes_no_sense_is_refused_with_a_reason(String cloud, String plan, int status, String reason) {
        assertThatThrownBy(() -> faults.set(cloud, plan.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status))
                .hasMessageContaining(reason);
    }

    @Test
    void a_hundred_rules_are_enough() {
        String rules = String.join(",", Collections.nCopies(101, "{'route':'*','kind':'slow'}"));

        assertThatThrownBy(() -> set("{'rules':[" + rules + "]}")).hasMessageContaining("at most 100 rules, not 101");
    }

    private void set(String plan) {
        faults.set("sqs", plan.replace('\'', '"'));
    }

    private Optional<Kind> draw(String route) {
        return faults.draw("sqs", route).map(Fault::kind);
    }
}
