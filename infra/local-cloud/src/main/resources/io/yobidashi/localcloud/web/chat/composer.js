// A box to type in, with its button.

import { meaning } from "./typed.js";

/**
 * Enter sends, Shift+Enter begins a line, and the Enter that ends the input of Japanese does neither.
 *
 * @param form holds a textarea and its submit button
 * @param context `{people: [{id, ja, en}], inThread, take: async (meaning) => done}`
 */
export function compose(form, { people, inThread, take }) {
  const box = form.querySelector("textarea");
  let busy = false;
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const typed = box.value;
    if (busy) {
      return;
    }
    busy = true;
    const done = await take(meaning(typed, { people, inThread }));
    busy = false;
    if (done && box.value === typed) {
      box.value = "";
    }
  });
}
