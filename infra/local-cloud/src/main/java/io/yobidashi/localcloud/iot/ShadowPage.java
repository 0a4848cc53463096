package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The request for one page of the named shadows of a thing (service model of ListNamedShadowsForThing).
 *
 * @param size 1 to 100
 * @param after names up to this one were on earlier pages; empty at first
 */
record ShadowPage(String thing, int size, String after) {
    private static final int MOST = 100;
    /** AWS does not say what it is without {@code pageSize}. */
    private static final String UNASKED = "25";

    private static final String TOKEN_MARK = "after:";

    /** @throws ShadowRefusal 400 for a bad thing name, {@code pageSize} or {@code nextToken} */
    static ShadowPage parse(String thing, String pageSize, String nextToken) {
        String size = pageSize == null ? UNASKED : pageSize;
        if (!size.matches("\\d{1,3}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > MOST) {
            throw ShadowRefusal.badRequest("Invalid pageSize");
        }
        return new ShadowPage(
                ShadowName.classic(thing).thing(), Integer.parseInt(size), nextToken == null ? "" : nameIn(nextToken));
    }

    /** @param names of all the thing's shadows that exist, sorted */
    ObjectNode of(List<String> names, long seconds) {
        List<String> left =
                names.stream().filter(name -> name.compareTo(after) > 0).toList();
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode results = page.putArray("results");
        left.stream().limit(size).forEach(results::add);
        page.put("timestamp", seconds);
        if (left.size() > size) {
            page.put("nextToken", token(left.get(size - 1)));
        }
        return page;
    }

    private static String token(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((TOKEN_MARK + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String nameIn(String token) {
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            throw ShadowRefusal.badRequest("Invalid nextToken");
        }
        if (!text.startsWith(TOKEN_MARK)) {
            throw ShadowRefusal.badRequest("Invalid nextToken");
        }
        return text.substring(TOKEN_MARK.length());
    }
}
