package io.yobidashi.aws.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads one mapping of a YAML file, strictly: what is refused is refused with its line. What is null or an empty text
 * counts as left out.
 */
final class YamlMap {
    private static final Pattern ENTRY = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");

    private final Mark begin;
    private final String path;
    private final Map<String, NodeTuple> fields = new LinkedHashMap<>();

    private YamlMap(MappingNode node, String path) {
        this.begin = node.getStartMark();
        this.path = path;
        for (NodeTuple tuple : node.getValue()) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (fields.put(name, tuple) != null) {
                throw new BadPlaceException(key.getStartMark(), "'" + path + name + "' stands twice");
            }
        }
    }

    /** @param path what stands before a field's name in an error, such as {@code "people[0]."} */
    static Optional<YamlMap> of(@Nullable Node node, String path) {
        return node instanceof MappingNode mapping ? Optional.of(new YamlMap(mapping, path)) : Optional.empty();
    }

    Set<String> names() {
        return fields.keySet();
    }

    boolean has(String name) {
        NodeTuple field = fields.get(name);
        return field != null
                && !field.getValueNode().getTag().equals(Tag.NULL)
                && !(field.getValueNode() instanceof ScalarNode scalar
                        && scalar.getValue().isEmpty());
    }

    String text(String name) {
        return textIfAny(name).orElseThrow(() -> missing(name));
    }

    Optional<String> textIfAny(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        Node value = fields.get(name).getValueNode();
        if (value instanceof ScalarNode scalar && value.getTag().equals(Tag.STR)) {
            return Optional.of(scalar.getValue());
        }
        throw bad(name, value instanceof ScalarNode ? "is no text, put it in quotes" : "is no text");
    }

    YamlMap map(String name) {
        return mapIfAny(name).orElseThrow(() -> missing(name));
    }

    Optional<YamlMap> mapIfAny(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        return Optional.of(of(fields.get(name).getValueNode(), path + name + ".")
                .orElseThrow(() -> bad(name, "has no keys below it")));
    }

    /** The mappings of a list; none where it is left out. */
    List<YamlMap> maps(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (!(fields.get(name).getValueNode() instanceof SequenceNode list)) {
            throw bad(name, "is no list");
        }
        List<YamlMap> maps = new ArrayList<>();
        for (Node entry : list.getValue()) {
            String entryPath = path + name + "[" + maps.size() + "]";
            maps.add(of(entry, entryPath + ".")
                    .orElseThrow(() -> new BadPlaceException(entry.getStartMark(), "'" + entryPath + "' has no keys")));
        }
        return maps;
    }

    boolean isMap(String name) {
        return has(name) && fields.get(name).getValueNode() instanceof MappingNode;
    }

    /** Refuses a field of any other name. */
    YamlMap only(String... names) {
        Set<String> known = Set.of(names);
        fields.forEach((name, field) -> {
            if (!known.contains(name)) {
                throw new BadPlaceException(field.getKeyNode().getStartMark(), "'" + path + name + "' is unknown");
            }
        });
        return this;
    }

    BadPlaceException bad(String name, String problem) {
        return at(name, "'" + path + name + "' " + problem);
    }

    /** @param place a field of this mapping, or one in a list of it, such as {@code people[1].id} */
    BadPlaceException at(String place, String problem) {
        Matcher entry = ENTRY.matcher(place);
        if (entry.matches()) {
            return maps(entry.group(1)).get(Integer.parseInt(entry.group(2))).at(entry.group(3), problem);
        }
        NodeTuple field = fields.get(place);
        return new BadPlaceException(
                field == null ? begin : field.getValueNode().getStartMark(), problem);
    }

    /** Refuses the name of a field. */
    BadPlaceException badName(String name, String problem) {
        return new BadPlaceException(fields.get(name).getKeyNode().getStartMark(), "'" + path + name + "' " + problem);
    }

    private BadPlaceException missing(String name) {
        return bad(name, "is missing");
    }
}
