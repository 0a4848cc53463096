package io.yobidashi.call.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.telling.CallView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message of a call as Block Kit: what is said and since when, how often and whom, and the two answers while they
 * still make sense. The action ids are a contract with ack-service.
 */
final class CallBlocks {
    static final String ON_THE_WAY = "ack";
    static final String CANNOT = "cannot";

    private final Names names;
    private final boolean japanese;

    CallBlocks(Names names) {
        this.names = names;
        this.japanese = names.language() == Language.JA;
    }

    /** @param text what is said; mentions in it do mention */
    List<LayoutBlock> of(CallView view, String text) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(section(section -> section.text(markdown(text + "  " + times(view)))));
        String detail = String.join("  ·  ", details(view));
        if (!detail.isEmpty()) {
            blocks.add(context(context -> context.elements(List.of(markdown(detail)))));
        }
        List<BlockElement> buttons = buttons(view);
        if (!buttons.isEmpty()) {
            blocks.add(actions(actions -> actions.elements(buttons)));
        }
        return blocks;
    }

    /** A message that asks for no answer. */
    static List<LayoutBlock> plain(String text) {
        return List.of(section(section -> section.text(markdown(text))));
    }

    private String times(CallView view) {
        return view.endedAt() == null
                ? names.time(view.pressedAt())
                : names.time(view.pressedAt()) + " – " + names.time(view.endedAt());
    }

    /** By name and without mentions: who was asked before is not asked again by a message about others. */
    private List<String> details(CallView view) {
        List<String> details = new ArrayList<>();
        if (view.presses() > 1) {
            details.add("×" + view.presses());
        }
        if (!view.asked().isEmpty()) {
            List<String> asked = view.asked().stream().map(names::asked).toList();
            details.add((japanese ? "呼び出し先: " : "Asked: ") + String.join(" → ", asked));
        }
        if (!view.waiting().isEmpty()) {
            List<String> waiting = view.waiting().stream().map(names::place).toList();
            details.add((japanese ? "ほかにお待ち: " : "Also waiting: ") + String.join(", ", waiting));
        }
        return details;
    }

    private List<BlockElement> buttons(CallView view) {
        return switch (view.stage()) {
            case CALLING ->
                List.of(
                        button(view, ON_THE_WAY, japanese ? "行きます" : "On my way", "primary"),
                        button(view, CANNOT, japanese ? "行けません" : "Can't", null));
            case RUNNING -> List.of(button(view, CANNOT, japanese ? "行けません" : "Can't", null));
            case ANSWERED, UNANSWERED, NOBODY -> List.of();
        };
    }

    private static ButtonElement button(CallView view, String action, String label, @Nullable String style) {
        return ButtonElement.builder()
                .actionId(action)
                .text(plainText(label))
                .value(view.id())
                .style(style)
                .build();
    }

    /** Verbatim, since Slack would otherwise make mentions of what only looks like one, such as {@code @here} in a name. */
    private static MarkdownTextObject markdown(String text) {
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }
}
