// The thread beside the channel: its first message, the replies, and a box to reply.

import { compose } from "./composer.js";
import { MessageList } from "./list.js";
import { replyCount } from "./messageview.js";

export class ThreadPane {
  #pane;
  #list;
  #closed;
  #ts;

  /** @param context `{people, take: async (meaning, ts) => done, closed: (ts) => …}` */
  constructor(pane, { people, take, closed }) {
    this.#pane = pane;
    this.#closed = closed;
    this.#list = new MessageList(pane.querySelector(".log"));
    pane.querySelector(".close").addEventListener("click", () => this.close());
    pane.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) {
        this.close();
      }
    });
    compose(pane.querySelector("form"), { people, inThread: true, take: (meaning) => take(meaning, this.#ts) });
  }

  /** The caller shows the thread next. */
  open(ts) {
    this.#ts = ts;
    this.#pane.hidden = false;
    document.body.classList.add("beside");
  }

  close() {
    this.#pane.hidden = true;
    document.body.classList.remove("beside");
    this.#closed(this.#ts);
    this.#ts = undefined;
  }

  focusBox() {
    this.#pane.querySelector("textarea").focus();
  }

  /** Draws the open thread, if there is one; a thread of which nothing is left closes. */
  show(conversation, context) {
    if (this.#ts === undefined) {
      return;
    }
    const thread = conversation.thread(this.#ts);
    if (!thread) {
      this.close();
      return;
    }
    const { replies } = thread;
    const alone = (reply) => ({ ts: reply.ts, at: Number(reply.ts), message: reply, replies: [] });
    const all = [{ ...thread, replies: [] }, ...replies.map(alone)];
    this.#pane.querySelector(".count").replaceChildren(replyCount(replies.length));
    this.#list.show(all, { ...context, inThread: true });
  }

  toEnd() {
    this.#list.toEnd();
  }
}
