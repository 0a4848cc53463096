package io.yobidashi.systemtests.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** A viewer of the board. */
public final class BoardStream extends EventStream {
    public BoardStream(URI uri) {
        super(uri);
    }

    /** The rows of a person that were pushed after the first snapshot, in order. */
    public List<Event> rows(String person) {
        return events().stream()
                .filter(event -> event.name().equals("person"))
                .filter(event -> event.data().path("id").asText().equals(person))
                .toList();
    }

    public Stream<JsonNode> persons(String person) {
        return rows(person).stream().map(Event::data);
    }

    public List<String> states(String person) {
        return persons(person).map(data -> data.path("state").asText()).toList();
    }
}
