package io.yobidashi.core.status;

import org.jspecify.annotations.Nullable;

/**
 * What Slack was told of a call, beside its mentions.
 *
 * @param shown a digest of what its message was last made to say; absent until Slack has taken a mention
 * @param waiting how many of the waiting booths were told of
 * @param trouble Slack's word for why it takes no mention of this call, such as {@code channel_not_found}; absent
 *     where it does
 */
public record Told(
        @Nullable String shown, int waiting, @Nullable String trouble) {
    public static final Told NOTHING = new Told(null, 0, null);

    public Told showing(String digest) {
        return new Told(digest, waiting, trouble);
    }

    public Told waitingToo(int booths) {
        return new Told(shown, Math.max(waiting, booths), trouble);
    }

    public Told troubledBy(@Nullable String word) {
        return new Told(shown, waiting, word);
    }
}
