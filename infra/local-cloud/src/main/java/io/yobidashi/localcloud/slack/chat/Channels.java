package io.yobidashi.localcloud.slack.chat;

import io.yobidashi.localcloud.store.Shelf;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The roster's channel and those that were made since; they are kept. */
public final class Channels {
    private final String home;
    private final Kept<Channel> kept;
    private final ConcurrentNavigableMap<String, Channel> channels = new ConcurrentSkipListMap<>();

    /** @param home the roster's channel */
    public Channels(String home, Shelf shelf) {
        this.home = home;
        this.kept = new Kept<>(shelf, "channel/", Channel.class);
        channels.put(home, new Channel(home, "booth", false));
        channels.putAll(kept.all());
    }

    public Channel home() {
        return channels.get(home);
    }

    /** @param idOrName the id, or the name with {@code #} */
    public Optional<Channel> find(String idOrName) {
        return Optional.ofNullable(channels.get(idOrName)).or(() -> named(idOrName));
    }

    /** Changes a channel, or makes one of that id. */
    public synchronized Channel put(String id, boolean archived) {
        String name = find(id).map(Channel::name).orElse(id.toLowerCase(Locale.ROOT));
        Channel channel = new Channel(id, name, archived);
        kept.put(id, channel);
        channels.put(id, channel);
        return channel;
    }

    public List<Channel> all() {
        return List.copyOf(channels.values());
    }

    private Optional<Channel> named(String hashName) {
        return channels.values().stream()
                .filter(channel -> hashName.equals("#" + channel.name()))
                .findFirst();
    }
}
