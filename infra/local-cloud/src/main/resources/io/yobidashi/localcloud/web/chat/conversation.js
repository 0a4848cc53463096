// What the channel holds: messages by ts, and the threads that they form.

/** A ts is epoch seconds with six decimals. */
const byTime = (one, other) => Number(one.ts) - Number(other.ts);

export class Conversation {
  #messages = new Map();
  #roots;

  replaceAll(messages) {
    this.#messages = new Map(messages.map((message) => [message.ts, message]));
    this.#roots = undefined;
  }

  /** New, or in the place of the one with the same ts. */
  put(message) {
    this.#messages.set(message.ts, message);
    this.#roots = undefined;
  }

  remove(ts) {
    this.#messages.delete(ts);
    this.#roots = undefined;
  }

  /**
   * What stands in the channel itself, oldest first: `{ts, at, message, replies}`. The message is undefined when there
   * are only replies to it: it was deleted, or never here. Then the thread stands where its first reply came.
   */
  roots() {
    this.#roots ??= threads([...this.#messages.values()]);
    return this.#roots;
  }

  thread(ts) {
    return this.roots().find((root) => root.ts === ts);
  }
}

export const isReply = (message) => message.thread_ts !== undefined && message.thread_ts !== message.ts;

function threads(messages) {
  const roots = new Map();
  const rootOf = (ts) => {
    if (!roots.has(ts)) {
      roots.set(ts, { ts, message: undefined, replies: [] });
    }
    return roots.get(ts);
  };
  for (const message of messages.sort(byTime)) {
    if (isReply(message)) {
      rootOf(message.thread_ts).replies.push(message);
    } else {
      rootOf(message.ts).message = message;
    }
  }
  return [...roots.values()]
    .map((root) => ({ ...root, at: Number((root.message ?? root.replies[0]).ts) }))
    .sort((one, other) => one.at - other.at);
}
