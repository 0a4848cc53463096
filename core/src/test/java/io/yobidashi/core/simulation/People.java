package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.status.Click;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visitors, and those whom they call: what they do becomes messages in the queues. */
final class People {
    private static final Duration UNIT = Duration.ofMinutes(5);

    private final Stage stage;
    private final List<Press> presses = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    People(Stage stage) {
        this.stage = stage;
    }

    /** All presses that were answered 202, each once. */
    List<Press> presses() {
        return List.copyOf(presses);
    }

    void press(int button, Click click) {
        String id = Cast.BUTTONS.get(button % Cast.BUTTONS.size()).id();
        Press press = new Press("p" + presses.size(), id, click, now(), null);
        presses.add(press);
        stage.accept(press);
    }

    void pressAgain(int back) {
        if (!presses.isEmpty()) {
            stage.accept(newest(presses, back));
        }
    }

    void say(Action.Say say) {
        boolean text = say.road() == Action.Road.TEXT;
        Instant eta = text && say.back() > 0 ? now().plus(UNIT.multipliedBy(say.back())) : null;
        answer(new Answer(
                "a" + answers.size(),
                user(say.person()),
                say.road() == Action.Road.CLICK ? newestOrNull(stage.calls(), say.back()) : null,
                say.road() == Action.Road.THREAD ? newestOrNull(stage.posts(), say.back()) : null,
                say.kind(),
                eta == null ? null : "later",
                eta,
                null,
                null,
                null,
                null,
                now()));
    }

    void sayAgain(int back, Action.Road road) {
        if (!answers.isEmpty()) {
            Answer said = newest(answers, back);
            String thread = road == Action.Road.THREAD ? newestOrNull(stage.posts(), 0) : null;
            stage.accept(said.kind() == Answer.Kind.OK && said.callId() == null ? in(said, thread) : said);
        }
    }

    void doNotDisturb(int person, int minutes, int standIn) {
        answer(new Answer(
                "a" + answers.size(),
                user(person),
                null,
                null,
                Answer.Kind.DND_ON,
                null,
                null,
                now().plus(Duration.ofMinutes(minutes)),
                standIn(person, standIn),
                "lunch",
                null,
                now()));
    }

    private void answer(Answer answer) {
        answers.add(answer);
        stage.accept(answer);
    }

    private static Answer in(Answer answer, @Nullable String thread) {
        return new Answer(
                answer.id(),
                answer.user(),
                null,
                thread,
                answer.kind(),
                answer.note(),
                answer.eta(),
                null,
                null,
                null,
                null,
                answer.at());
    }

    private static @Nullable String standIn(int person, int choice) {
        int people = Cast.PEOPLE.size();
        if (choice == 0 || choice == person % people + 1) {
            return null;
        }
        return choice > people ? Answer.NOBODY : Cast.PEOPLE.get(choice - 1).id();
    }

    private static String user(int person) {
        return Cast.PEOPLE.get(person % Cast.PEOPLE.size()).slack();
    }

    private static <T> T newest(List<T> list, int back) {
        return list.get(list.size() - 1 - back % list.size());
    }

    private static <T> @Nullable T newestOrNull(List<T> list, int back) {
        return list.isEmpty() ? null : newest(list, back);
    }

    private Instant now() {
        return stage.now();
    }
}
