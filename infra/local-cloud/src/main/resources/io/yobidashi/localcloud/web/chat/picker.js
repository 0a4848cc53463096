// The small choice of emoji to react with.

import { button, element } from "./dom.js";
import { emoji } from "./emoji.js";
import { CHOICES } from "./reactions.js";

const GAP = 4;

export class Picker {
  #popover;
  #chosen = () => {};

  /** @param popover an empty element with the attribute `popover` */
  constructor(popover) {
    this.#popover = popover;
    popover.append(...CHOICES.map((name) => this.#choice(name)));
  }

  /** Opens beside the button that was pressed. */
  open(beside, chosen) {
    this.#chosen = chosen;
    this.#popover.showPopover();
    const { top, right } = beside.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.#popover;
    this.#popover.style.left = `${Math.max(GAP, Math.min(right, innerWidth - GAP) - offsetWidth)}px`;
    this.#popover.style.top = `${Math.max(GAP, top - offsetHeight - GAP)}px`;
    this.#popover.querySelector("button").focus();
  }

  #choice(name) {
    const choose = () => {
      this.#popover.hidePopover();
      this.#chosen(name);
    };
    return button({ label: name, onClick: choose }, element("span", { className: "emoji" }, emoji(name)));
  }
}
