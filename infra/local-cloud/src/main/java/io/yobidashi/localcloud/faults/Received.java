package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What a queue handed out.
 *
 * @param answer the answer that the messages came in
 * @param messages each as it stands in the answer: a JSON object, or a {@code Message} element
 */
record Received(Answer answer, boolean json, List<String> messages) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ELEMENT = Pattern.compile("<Message>.*?</Message>", Pattern.DOTALL);

    /** An answer that is no list of messages has none. */
    static Received in(Answer answer, boolean json) {
        String body = answer.body().toString();
        if (answer.status() != 200) {
            return new Received(answer, json, List.of());
        }
        return new Received(answer, json, json ? objects(body) : elements(body));
    }

    Received shuffled(long seed) {
        List<String> other = new ArrayList<>(messages);
        Collections.shuffle(other, new Random(seed));
        return new Received(answer, json, other);
    }

    Received part(int from, int to) {
        return new Received(answer, json, messages.subList(from, to));
    }

    Received and(Received later) {
        List<String> both = new ArrayList<>(messages);
        both.addAll(later.messages);
        return new Received(answer, json, both);
    }

    Answer asAnswer() {
        return answer.withBody(json ? "{\"Messages\":[" + String.join(",", messages) + "]}" : xml());
    }

    private String xml() {
        String body = answer.body().toString();
        int from = body.indexOf("<Message>");
        int to = body.lastIndexOf("</Message>") + "</Message>".length();
        return body.substring(0, from) + String.join("", messages) + body.substring(to);
    }

    private static List<String> objects(String body) {
        try {
            return StreamSupport.stream(JSON.readTree(body).path("Messages").spliterator(), false)
                    .map(JsonNode::toString)
                    .toList();
        } catch (JsonProcessingException notJson) {
            return List.of();
        }
    }

    private static List<String> elements(String body) {
        return ELEMENT.matcher(body).results().map(MatchResult::group).toList();
    }
}
