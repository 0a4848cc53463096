package io.yobidashi.core.port;

import io.yobidashi.core.buttons.ButtonHealth;
import java.util.Map;

/** The named device shadows {@code buttons} of the people, guarded by their versions. Both calls block. */
public interface ButtonShadows {
    /**
     * What the shadow says now. What it holds beside buttons, or what is no button of ours, is left out.
     *
     * @throws DependencyAwayException where the service can't be asked
     * @throws UnreadableShadowException where it answers with what is no shadow
     */
    ButtonsRow read(String person);

    /**
     * Replaces what the shadow said about these buttons and leaves the others, unless somebody else changed it since
     * {@code before}: then nothing changes. A missing shadow is created empty first, which answers
     * {@link WriteResult.Conflict}: read and decide again.
     *
     * @throws DependencyAwayException where the service can't be asked, or does not tell whether it wrote
     */
    WriteResult write(ButtonsRow before, Map<String, ButtonHealth> changed);
}
