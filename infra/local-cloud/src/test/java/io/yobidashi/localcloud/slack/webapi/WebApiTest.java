package io.yobidashi.localcloud.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import io.yobidashi.localcloud.slack.SlackRig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Through Slack's own client, set so that a field it does not know fails the call. */
class WebApiTest {
    private static final String CHANNEL = SlackRig.CHANNEL;

    private final SlackRig rig = new SlackRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_message_with_blocks_and_metadata_is_posted_and_found_again() throws Exception {
        ChatPostMessageResponse posted = rig.api().chatPostMessage(post -> post.channel(CHANNEL)
                .text("<@USATO> 呼び出し")
                .blocks(List.of(Blocks.actions(List.of(BlockElements.button(
                        button -> button.actionId("ack").value("01KAR").text(BlockCompositions.plainText("行きます")))))))
                .metadata(Message.Metadata.builder()
                        .eventType("call")
                        .eventPayload(Map.of("call", "01KAR"))
                        .build()));

        assertThat(posted.isOk()).as(posted.getError()).isTrue();
        assertThat(posted.getMessage().getBotId()).isEqualTo("BYOBIDASHI");
        assertThat(posted.getMessage().getText()).isEqualTo("<@USATO> 呼び出し");
        assertThat(posted.getMessage().getMetadata().getEventType()).isEqualTo("call");
        JsonNode kept = rig.messages().get(0);
        assertThat(kept.path("ts").asText()).isEqualTo(posted.getTs());
        assertThat(kept.path("user").asText()).isEqualTo("BYOBIDASHI");
        assertThat(kept.at("/blocks/0/elements/0/value").asText()).isEqualTo("01KAR");
        assertThat(kept.at("/metadata/event_payload/call").asText()).isEqualTo("01KAR");
        assertThat(kept.has("thread_ts") || kept.has("to") || kept.has("reactions") || kept.has("edited"))
                .as("absent fields are left out")
                .isFalse();
    }

    @Test
    void a_reply_to_a_reply_joins_the_thread() throws Exception {
        String call = posted("call").getTs();
        String first = rig.api()
                .chatPostMessage(post -> post.channel(CHANNEL).text("first").threadTs(call))
                .getTs();

        ChatPostMessageResponse second = rig.api()
                .chatPostMessage(post -> post.channel(CHANNEL).text("second").threadTs(first));

        assertThat(second.getMessage().getThreadTs()).isEqualTo(call);
    }

    @Test
    void an_edit_changes_the_text_and_says_so() throws Exception {
        String ts = posted("before").getTs();

        ChatUpdateResponse updated =
                rig.api().chatUpdate(update -> update.channel(CHANNEL).ts(ts).text("after"));

        assertThat(updated.isOk()).as(updated.getError()).isTrue();
        assertThat(updated.getText()).isEqualTo("after");
        assertThat(updated.getMessage().getEdited().getUser()).isEqualTo("BYOBIDASHI");
        assertThat(rig.texts()).containsExactly("after");
        assertThat(rig.messages().get(0).path("edited").path("ts").asText()).isGreaterThan(ts);
    }

    @Test
    void an_ephemeral_message_has_one_reader_and_is_in_no_history() throws Exception {
        String ts = rig.api()
                .chatPostEphemeral(post -> post.channel(CHANNEL).user("USATO").text("psst"))
                .getMessageTs();

        assertThat(rig.messages().get(0).path("ts").asText()).isEqualTo(ts);
        assertThat(rig.messages().get(0).path("to").asText()).isEqualTo("USATO");
        assertThat(rig.api()
                        .conversationsHistory(history -> history.channel(CHANNEL))
                        .getMessages())
                .isEmpty();
    }

    @Test
    void reactions_of_the_app_and_of_people_are_counted() throws Exception {
        String ts = posted("call").getTs();

        rig.api().reactionsAdd(add -> add.channel(CHANNEL).timestamp(ts).name("eyes"));
        rig.post("/slack/messages/" + ts + "/react?user=USATO&name=eyes");
        rig.post("/slack/messages/" + ts + "/react?user=USATO&name=%E4%BA%86%E8%A7%A3");
        assertThat(rig.messages().get(0).path("reactions")).isEqualTo(SlackRig.json("""
                [{"name":"eyes","users":["BYOBIDASHI","USATO"]},{"name":"了解","users":["USATO"]}]"""));
        Message shown = rig.api()
                .conversationsHistory(history -> history.channel(CHANNEL))
                .getMessages()
                .get(0);
        assertThat(shown.getReactions().get(0).getCount()).isEqualTo(2);
        assertThat(shown.getReactions().get(0).getUsers()).containsExactly("UYOBIDASHI", "USATO");

        rig.api()
                .reactionsRemove(remove -> remove.channel(CHANNEL).timestamp(ts).name("eyes"));
        rig.send("DELETE /slack/messages/" + ts + "/react?user=USATO&name=eyes");
        assertThat(rig.messages().get(0).path("reactions").findValuesAsText("name"))
                .containsExactly("了解");
    }

    @Test
    void a_deleted_message_is_gone() throws Exception {
        String ts = posted("gone").getTs();

        assertThat(rig.api()
                        .chatDelete(delete -> delete.channel(CHANNEL).ts(ts))
                        .isOk())
                .isTrue();

        assertThat(rig.messages()).isEmpty();
    }

    @Test
    void users_carry_the_names_of_the_roster_and_one_is_a_guest() throws Exception {
        UsersInfoResponse sato = rig.api().usersInfo(info -> info.user("USATO"));

        assertThat(sato.getUser().getName()).isEqualTo("sato");
        assertThat(sato.getUser().getRealName()).isEqualTo("佐藤");
        assertThat(sato.getUser().getProfile().getDisplayName()).isEqualTo("Sato");
        assertThat(rig.api().usersInfo(info -> info.user("UGUEST")).getUser().isUltraRestricted())
                .isTrue();
        assertThat(rig.api().usersList(list -> list).getMembers())
                .extracting(User::getId)
                .containsExactly("USATO", "USUZUKI", "UTANAKA", "UGUEST", "UYOBIDASHI");
        assertThat(rig.api().authTest(test -> test).getBotId()).isEqualTo("BYOBIDASHI");
    }

    @Test
    void somebody_who_is_deactivated_is_still_told_of_as_deleted_until_they_are_back() throws Exception {
        assertThat(rig.send("PUT /slack/users/USATO {\"deleted\":true}").statusCode())
                .isEqualTo(204);
        assertThat(rig.api().usersInfo(info -> info.user("USATO")).getUser().isDeleted())
                .isTrue();
        assertThat(rig.api().usersInfo(info -> info.user("USUZUKI")).getUser().isDeleted())
                .isFalse();

        rig.send("PUT /slack/users/USATO {\"deleted\":false}");
        assertThat(rig.api().usersInfo(info -> info.user("USATO")).getUser().isDeleted())
                .isFalse();
    }

    @Test
    void channels_are_told_with_whether_they_are_archived() throws Exception {
        rig.send("PUT /slack/channels/C0OLD {\"archived\":true}");

        assertThat(rig.api()
                        .conversationsInfo(info -> info.channel(CHANNEL).includeNumMembers(true))
                        .getChannel()
                        .getNumOfMembers())
                .isEqualTo(5);
        assertThat(rig.api()
                        .conversationsInfo(info -> info.channel("C0OLD"))
                        .getChannel()
                        .isArchived())
                .isTrue();
        assertThat(rig.api().conversationsList(list -> list).getChannels())
                .extracting(Conversation::getId)
                .containsExactly(CHANNEL, "C0OLD");
        assertThat(rig.api()
                        .conversationsList(list -> list.excludeArchived(true))
                        .getChannels())
                .extracting(Conversation::getId)
                .containsExactly(CHANNEL);
    }

    private ChatPostMessageResponse posted(String text) throws Exception {
        return rig.api().chatPostMessage(post -> post.channel(CHANNEL).text(text));
    }
}
