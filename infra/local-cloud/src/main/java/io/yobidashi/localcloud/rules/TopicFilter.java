package io.yobidashi.localcloud.rules;

/**
 * An MQTT topic filter (MQTT 3.1.1, section 4.7): {@code +} is one level, {@code #} at the end any number of levels, its
 * parent included. A filter that begins with a wildcard matches no topic that begins with {@code $}.
 */
record TopicFilter(String text) {

    /** @throws IllegalArgumentException with one sentence, if a wildcard stands where none may */
    TopicFilter {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the topic filter is empty");
        }
        String[] levels = levels(text);
        for (int i = 0; i < levels.length; i++) {
            requireWhole(levels[i], i == levels.length - 1, text);
        }
    }

    boolean matches(String topic) {
        String[] wanted = levels(text);
        String[] given = levels(topic);
        if (topic.startsWith("$") && !wanted[0].equals(given[0])) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i == given.length) {
                return false;
            }
            if (!wanted[i].equals("+") && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return wanted.length == given.length;
    }

    private static String[] levels(String text) {
        return text.split("/", -1);
    }

    private static void requireWhole(String level, boolean last, String filter) {
        boolean plus = level.contains("+") && !level.equals("+");
        boolean hash = level.contains("#") && !(level.equals("#") && last);
        if (plus || hash) {
            throw new IllegalArgumentException(
                    "'" + filter + "' is no topic filter: + must fill a level, # the last one");
        }
    }
}
