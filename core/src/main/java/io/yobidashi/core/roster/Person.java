package io.yobidashi.core.roster;

import io.yobidashi.core.rules.Terms;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be called. The id is also the name of the person's Thing in AWS IoT Core.
 *
 * @param id 1 to 128 characters of {@code [a-zA-Z0-9:_-]}, AWS IoT's rule for thing names
 * @param slack the Slack member id, such as {@code U024BE7LH}
 * @param standIn the id of the person who is asked next, absent when nobody is
 * @param terms how and when this person is called
 */
public record Person(
        String id, LocalName name, String slack, @Nullable String standIn, Terms terms) {
    /** Written in the place of a stand-in to say that there is none on purpose; nobody has this id. */
    public static final String NOBODY = "nobody";

    private static final Pattern THING_NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");

    /** @throws BadRosterException */
    public Person {
        if (!THING_NAME.matcher(id).matches()) {
            throw new BadRosterException("id", "person id '" + id + "' is not a legal thing name");
        }
        if (slack.isBlank()) {
            throw new BadRosterException("slack", "person '" + id + "' has no slack member id");
        }
        if (id.equals(NOBODY)) {
            throw new BadRosterException("id", "'nobody' is the word for no stand-in, and no id");
        }
        if (id.equals(standIn)) {
            throw new BadRosterException("standIn", "'" + id + "' is their own stand-in");
        }
    }

    /** Somebody who is called on the default terms. */
    public Person(String id, LocalName name, String slack, @Nullable String standIn) {
        this(id, name, slack, standIn, Terms.DEFAULT);
    }

    public Optional<String> standInIfAny() {
        return Optional.ofNullable(standIn);
    }
}
