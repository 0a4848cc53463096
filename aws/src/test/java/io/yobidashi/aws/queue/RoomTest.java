package io.yobidashi.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(12);
    private final List<Integer> granted = new ArrayList<>();

    @Test
    void a_receive_gets_ten_at_most_and_waits_while_there_is_no_room() {
        room.ask(granted::add);
        room.ask(granted::add);
        room.ask(granted::add);
        assertThat(granted).containsExactly(10, 2);

        room.giveBack(3);

        assertThat(granted).containsExactly(10, 2, 3);
    }

    @Test
    void a_closed_room_grants_nothing_until_it_is_opened() {
        room.close();
        room.ask(granted::add);
        assertThat(granted).isEmpty();

        room.open();

        assertThat(granted).containsExactly(10);
    }

    @Test
    void tells_when_nothing_is_granted_any_more() {
        AtomicBoolean unused = new AtomicBoolean();
        room.ask(granted::add);
        room.whenUnused(() -> unused.set(true));
        assertThat(unused).isFalse();

        room.giveBack(10);

        assertThat(unused).isTrue();
    }
}
