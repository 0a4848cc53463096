// The live connection to the channel. It comes back by itself.

const AGAIN_AFTER_MS = 3000;

/**
 * @param conversation takes what comes
 * @param changed called after each change
 * @param connected called with whether the connection is there
 */
export function listen(conversation, changed, connected) {
  const source = new EventSource("slack/stream");
  const on = (name, take) =>
    source.addEventListener(name, (event) => {
      take(JSON.parse(event.data));
      changed();
    });
  on("messages", (all) => conversation.replaceAll(all));
  on("message", (message) => conversation.put(message));
  on("deleted", ({ ts }) => conversation.remove(ts));
  source.addEventListener("open", () => connected(true));
  source.addEventListener("error", () => {
    connected(false);
    // The browser tries again by itself, except after an answer that is no stream.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(conversation, changed, connected), AGAIN_AFTER_MS);
    }
  });
}
