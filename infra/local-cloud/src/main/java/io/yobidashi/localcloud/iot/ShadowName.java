package io.yobidashi.localcloud.iot;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One shadow: the classic one of a thing, or a named one. Names follow the patterns of the service model
 * (thing {@code [a-zA-Z0-9:_-]{1,128}}, shadow {@code [$a-zA-Z0-9:_-]{1,64}}).
 *
 * @throws ShadowRefusal 400 if a name does not match
 */
public record ShadowName(String thing, Optional<String> shadow) {
    private static final Pattern THING = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
    private static final Pattern SHADOW = Pattern.compile("[$a-zA-Z0-9:_-]{1,64}");

    public ShadowName {
        if (!THING.matcher(thing).matches()) {
            throw ShadowRefusal.badRequest("Invalid thing name");
        }
        if (shadow.filter(name -> !SHADOW.matcher(name).matches()).isPresent()) {
            throw ShadowRefusal.badRequest("Invalid shadow name");
        }
    }

    public static ShadowName classic(String thing) {
        return new ShadowName(thing, Optional.empty());
    }

    public static ShadowName named(String thing, String shadow) {
        return new ShadowName(thing, Optional.of(shadow));
    }

    /** The topic under which the reserved topics of this shadow live, without a slash at the end. */
    public String topicPrefix() {
        return "$aws/things/" + thing + "/shadow"
                + shadow.map(name -> "/name/" + name).orElse("");
    }

    /** One text for both names; a thing's name holds no slash. */
    String key() {
        return thing + shadow.map(name -> "/" + name).orElse("");
    }

    static ShadowName ofKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? classic(key) : named(key.substring(0, slash), key.substring(slash + 1));
    }

    /** The name that AWS puts into "No shadow exists with name": for the classic shadow, the thing's. */
    String shownName() {
        return shadow.orElse(thing);
    }
}
