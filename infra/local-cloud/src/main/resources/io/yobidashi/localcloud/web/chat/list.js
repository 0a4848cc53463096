// A live list of messages in a scrolling log: draws only what changed, holds the place of the reader.

import { both, element, keepingFocus } from "./dom.js";
import { back, excerpt, onward } from "./excerpt.js";
import { messageElement } from "./messageview.js";

const NEAR_THE_END = 60;
const DAY = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "long", day: "numeric", weekday: "short" });

export class MessageList {
  #log;
  #list;
  #drawn = new Map();
  #roots = [];
  #context;
  #last;

  /** @param log scrolls, and holds an `ol` and the buttons `.earlier`, `.later` and `.newest` */
  constructor(log) {
    this.#log = log;
    this.#list = log.querySelector("ol");
    this.#on(".earlier", () => this.#turn(back(this.#roots, this.#last)));
    this.#on(".later", () => this.#turn(onward(this.#roots, this.#last)));
    this.#on(".newest", () => this.toEnd());
    log.addEventListener("scroll", () => this.#tellOfNewest(), { passive: true });
  }

  /** Shows these; who read the end before reads the end again. */
  show(roots, context) {
    const atEnd = this.#atEnd();
    this.#roots = roots;
    this.#context = context;
    this.#draw();
    if (atEnd) {
      this.#log.scrollTop = this.#log.scrollHeight;
    }
    this.#tellOfNewest();
  }

  toEnd() {
    this.#last = undefined;
    this.#draw();
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#tellOfNewest();
  }

  /** Puts the focus on a part of a message, if both are there. */
  focus(ts, ...keys) {
    const item = this.#drawn.get(ts)?.item;
    const parts = [...(item?.querySelectorAll("[data-key]") ?? [])];
    (keys.map((key) => parts.find((part) => part.dataset.key === key)).find(Boolean) ?? item)?.focus();
  }

  #on(button, deed) {
    this.#log.querySelector(button).addEventListener("click", deed);
  }

  #atEnd() {
    const below = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight;
    return this.#last === undefined && below < NEAR_THE_END;
  }

  /** Another stretch of the same messages: one that is in both stays where the reader sees it. */
  #turn(last) {
    const edge = this.#log.getBoundingClientRect().top;
    const seen = [...this.#list.children].map((item) => ({ item, top: item.getBoundingClientRect().top }));
    this.#last = last;
    this.#draw();
    const kept = seen.filter(({ item, top }) => item.isConnected && top >= edge)[0] ?? seen.find(({ item }) => item.isConnected);
    if (kept) {
      this.#log.scrollTop += kept.item.getBoundingClientRect().top - kept.top;
      kept.item.focus({ preventScroll: true });
    }
    this.#tellOfNewest();
  }

  #draw() {
    const { items, earlier, later } = excerpt(this.#roots, this.#last);
    this.#log.setAttribute("aria-busy", "true");
    this.#dropAllBut(new Set(items.map((root) => root.ts)));
    let previous;
    let day;
    for (const root of items) {
      const its = DAY.format(new Date(root.at * 1000));
      const item = this.#itemOf(root, its === day ? undefined : its);
      day = its;
      const place = previous ? previous.nextElementSibling : this.#list.firstElementChild;
      if (item !== place) {
        this.#list.insertBefore(item, place);
      }
      previous = item;
    }
    this.#label(".earlier", earlier, both(`以前のメッセージ ${earlier}件`, `${earlier} earlier`));
    this.#label(".later", later, both(`以後のメッセージ ${later}件`, `${later} later`));
    this.#log.setAttribute("aria-busy", "false");
  }

  #label(selector, count, words) {
    const button = this.#log.querySelector(selector);
    button.hidden = count === 0;
    button.replaceChildren(words);
  }

  #dropAllBut(wanted) {
    for (const [ts, { item }] of this.#drawn) {
      if (!wanted.has(ts)) {
        const focused = item.contains(document.activeElement);
        item.remove();
        this.#drawn.delete(ts);
        if (focused) {
          this.#log.focus({ preventScroll: true });
        }
      }
    }
  }

  #itemOf(root, day) {
    const key = JSON.stringify([root.message, root.replies.length, root.replies.at(-1)?.ts, this.#context.speaker, day]);
    const before = this.#drawn.get(root.ts);
    if (before?.key === key) {
      return before.item;
    }
    const item = messageElement(root, this.#context);
    if (day) {
      item.classList.add("first");
      item.prepend(element("p", { className: "day" }, element("span", {}, day)));
    }
    if (before) {
      keepingFocus(before.item, item, () => before.item.replaceWith(item));
    }
    this.#drawn.set(root.ts, { key, item });
    return item;
  }

  #tellOfNewest() {
    this.#log.querySelector(".newest").hidden = this.#atEnd() || this.#roots.length === 0;
  }
}
