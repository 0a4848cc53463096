package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.SlackUser;
import io.yobidashi.localcloud.slack.chat.SlackUser.Kind;
import io.yobidashi.localcloud.slack.chat.SlackUsers;
import io.yobidashi.localcloud.slack.chat.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code auth.test}, {@code users.info} and {@code users.list} (their pages under docs.slack.dev/reference/methods). The
 * real name is the roster's Japanese one, the display name its English one.
 */
final class UserMethods {
    private static final int MOST = 1_000;

    private final SlackUsers users;

    UserMethods(SlackUsers users) {
        this.users = users;
    }

    Map<String, Method> byName() {
        return Map.of("auth.test", this::authTest, "users.info", this::info, "users.list", this::list);
    }

    private ObjectNode authTest(Arguments arguments) {
        return Method.answer()
                .put("url", "https://" + Workspace.DOMAIN + ".slack.com/")
                .put("team", "Yobidashi")
                .put("user", "yobidashi")
                .put("team_id", Workspace.TEAM)
                .put("user_id", Workspace.BOT_USER)
                .put("bot_id", Workspace.BOT)
                .put("is_enterprise_install", false);
    }

    private ObjectNode info(Arguments arguments) {
        SlackUser user =
                arguments.text("user").flatMap(users::find).orElseThrow(() -> new ApiRefusal("user_not_found"));
        ObjectNode answer = Method.answer();
        answer.set("user", view(user));
        return answer;
    }

    private ObjectNode list(Arguments arguments) {
        List<SlackUser> all = users.all();
        int from = Page.cursor(arguments).map(id -> after(all, id)).orElse(0);
        Page<SlackUser> page = Page.first(arguments.limit(MOST), all.subList(from, all.size()), SlackUser::id);
        ObjectNode answer = Method.answer();
        ArrayNode members = answer.putArray("members");
        page.items().stream().map(this::view).forEach(members::add);
        page.addCursor(answer);
        return answer;
    }

    private int after(List<SlackUser> all, String id) {
        Optional<SlackUser> last = users.find(id);
        return all.indexOf(last.orElseThrow(() -> new ApiRefusal("invalid_cursor"))) + 1;
    }

    private ObjectNode view(SlackUser user) {
        boolean guest = user.kind() == Kind.GUEST;
        ObjectNode view = Method.answer()
                .put("id", user.id())
                .put("team_id", Workspace.TEAM)
                .put("name", user.name())
                .put("deleted", users.isDeactivated(user))
                .put("real_name", user.realName())
                .put("tz", "Asia/Tokyo")
                .put("tz_label", "Japan Standard Time")
                .put("tz_offset", 32_400)
                .put("is_admin", false)
                .put("is_owner", false)
                .put("is_primary_owner", false)
                .put("is_restricted", guest)
                .put("is_ultra_restricted", guest)
                .put("is_bot", user.kind() == Kind.BOT)
                .put("is_app_user", false)
                .put("updated", 0);
        view.set("profile", profile(user));
        return view;
    }

    private static ObjectNode profile(SlackUser user) {
        ObjectNode profile = Method.answer()
                .put("real_name", user.realName())
                .put("real_name_normalized", user.realName())
                .put("display_name", user.displayName())
                .put("display_name_normalized", user.displayName())
                .put("title", "")
                .put("status_text", "")
                .put("status_emoji", "")
                .put("status_expiration", 0)
                .put("team", Workspace.TEAM);
        if (user.kind() == Kind.BOT) {
            profile.put("bot_id", Workspace.BOT).put("api_app_id", Workspace.APP);
        }
        return profile;
    }
}
