package io.yobidashi.core.handler;

import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.telling.Notice;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Notes on the shadow what Slack did. What it took is kept in mind until the shadow knows. */
final class Notes {
    private final Shadows shadows;
    /** What Slack took while the shadow could not be told so, by person. */
    private final Map<String, UnaryOperator<PersonStatus>> receipts = new ConcurrentHashMap<>();

    Notes(Shadows shadows) {
        this.shadows = shadows;
    }

    /** Notes what is still to be noted of a person; empty where there is nothing, or it can't be now. */
    Optional<ShadowRow> settled(String person) {
        return receipts.containsKey(person) ? settle(person) : Optional.empty();
    }

    /** Notes that Slack took something; where that fails it will be tried again before anything else is told. */
    Optional<ShadowRow> receipt(Notice notice, UnaryOperator<PersonStatus> change) {
        String person = notice.status().person();
        receipts.put(person, change);
        return settle(person);
    }

    /** Notes something on the row as it is by now; empty when others were faster each time. */
    Optional<ShadowRow> note(Notice notice, UnaryOperator<PersonStatus> change) {
        return note(notice.status().person(), change);
    }

    private Optional<ShadowRow> settle(String person) {
        UnaryOperator<PersonStatus> receipt = receipts.getOrDefault(person, UnaryOperator.identity());
        Optional<ShadowRow> noted = note(person, receipt);
        if (noted.isPresent()) {
            receipts.remove(person, receipt);
        }
        return noted;
    }

    private Optional<ShadowRow> note(String person, UnaryOperator<PersonStatus> change) {
        for (int race = 0; race < Transition.MAX_RACES; race++) {
            ShadowRow now = shadows.read(person);
            PersonStatus next = change.apply(now.status());
            if (next.equals(now.status())) {
                return Optional.of(now);
            }
            if (shadows.write(now, next) instanceof WriteResult.Written written) {
                return Optional.of(now.written(next, written.version()));
            }
        }
        return Optional.empty();
    }
}
