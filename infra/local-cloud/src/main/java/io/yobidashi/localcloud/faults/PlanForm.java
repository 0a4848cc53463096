package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a plan as it is put, and says in one sentence what is wrong with it. */
final class PlanForm {
    private static final int MAX_RULES = 100;
    private static final Set<String> PLAN_FIELDS = Set.of("seed", "rules");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PlanForm() {}

    /** @throws Problem 400 */
    static FaultPlan read(Wire wire, String text) {
        JsonNode plan = parse(text);
        require(plan.isObject(), "A fault plan is a JSON object with seed and rules.");
        plan.fieldNames()
                .forEachRemaining(name ->
                        require(PLAN_FIELDS.contains(name), "A fault plan has seed and rules, but no '" + name + "'."));
        JsonNode seed = plan.path("seed");
        require(
                seed.isMissingNode() || seed.canConvertToLong() && seed.isIntegralNumber(),
                "The seed is a whole number.");
        JsonNode rules = plan.path("rules");
        require(rules.isArray(), "The rules of a fault plan are a JSON array.");
        require(
                rules.size() <= MAX_RULES,
                "A fault plan has at most " + MAX_RULES + " rules, not " + rules.size() + ".");
        List<Rule> read = new ArrayList<>();
        rules.forEach(rule -> read.add(new RuleForm(wire, read.size() + 1, rule).read()));
        return new FaultPlan(seed.asLong(), read);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Problem(400, "The fault plan is not JSON.");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Problem(400, otherwise);
        }
    }

    /** @param number counts from 1, for the person who has to find it */
    private record RuleForm(Wire wire, int number, JsonNode json) {
        private static final Set<String> FIELDS =
                Set.of("route", "kind", "status", "seconds", "times", "probability", "error");
        private static final String ERROR_NAME = "[A-Za-z0-9_.:-]{1,100}";
        private static final int OK = 200;
        private static final int TOO_MANY_REQUESTS = 429;
        private static final double DEFAULT_SECONDS = 2;
        private static final double MAX_SECONDS = 3_600;
        private static final int MAX_TIMES = 1_000_000;

        Rule read() {
            check(json.isObject(), "is no JSON object");
            json.fieldNames()
                    .forEachRemaining(name -> check(FIELDS.contains(name), "has an unknown field '" + name + "'"));
            Kind kind = kind();
            return new Rule(route(kind), kind, status(kind), seconds(), times(), number("probability", 1, 1), error());
        }

        private Kind kind() {
            String word = json.path("kind").asText();
            Optional<Kind> kind = Kind.of(word);
            check(
                    kind.isPresent(),
                    "needs a kind (status, retry-after, slow, lost-answer, twice, reorder or away), not '" + word
                            + "'");
            return kind.get();
        }

        private String route(Kind kind) {
            String route = json.path("route").asText();
            check(
                    route.equals(Rule.ANY) || wire.has(route),
                    "names '" + route + "', which is no route of " + wire.cloud());
            check(
                    !route.equals(IotWire.MQTT) || kind.suitsMqtt(),
                    "asks for " + kind.word() + " on mqtt, where only slow, twice, reorder and away make sense");
            return route;
        }

        private OptionalInt status(Kind kind) {
            if (kind == Kind.RETRY_AFTER) {
                return OptionalInt.of(TOO_MANY_REQUESTS);
            }
            OptionalInt status = whole("status", 599);
            boolean okButRefused = wire instanceof SlackWire && json.has("error") && status.orElse(0) == OK;
            check(
                    status.isEmpty() || status.getAsInt() >= 400 || okButRefused,
                    "has a status that is no error (400 to 599; for Slack also 200 together with an error)");
            return status;
        }

        private double seconds() {
            return number("seconds", DEFAULT_SECONDS, MAX_SECONDS);
        }

        private OptionalInt times() {
            return whole("times", MAX_TIMES);
        }

        private Optional<String> error() {
            JsonNode error = json.path("error");
            check(
                    error.isMissingNode() || error.isTextual() && error.asText().matches(ERROR_NAME),
                    "has an error that is no error name");
            return Optional.ofNullable(error.textValue());
        }

        private OptionalInt whole(String field, int max) {
            JsonNode value = json.path(field);
            check(value.isMissingNode() || value.isInt(), "needs a whole number as " + field);
            check(value.asInt() >= 0 && value.asInt() <= max, "needs " + field + " from 0 to " + max);
            return value.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(value.asInt());
        }

        private double number(String field, double otherwise, double max) {
            JsonNode value = json.path(field);
            check(value.isMissingNode() || value.isNumber(), "needs a number as " + field);
            double number = value.asDouble(otherwise);
            check(number >= 0 && number <= max, "needs " + field + " from 0 to " + (int) max);
            return number;
        }

        private void check(boolean condition, String otherwise) {
            require(condition, "Rule " + number + " " + otherwise + ".");
        }
    }
}
