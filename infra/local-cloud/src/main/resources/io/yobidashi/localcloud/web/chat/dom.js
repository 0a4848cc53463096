// Elements without innerHTML: whatever comes from a message can only become text.

/** @param properties of the element; `data-…`, `aria-…` and `role` become attributes, undefined is left out */
export function element(tag, properties = {}, ...children) {
  const result = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) {
      continue;
    }
    if (/^(?:data-|aria-|role$)/.test(name)) {
      result.setAttribute(name, value);
    } else {
      result[name] = value;
    }
  }
  result.append(...children.filter((child) => child !== undefined));
  return result;
}

/** A button that submits nothing. The key finds it again after its message was drawn anew. */
export function button({ key, className, label, onClick }, ...children) {
  const result = element("button", { type: "button", className, "data-key": key, "aria-label": label }, ...children);
  result.addEventListener("click", () => onClick(result));
  return result;
}

/** The same in both languages, side by side. */
export function both(ja, en) {
  const result = document.createDocumentFragment();
  result.append(element("span", { lang: "ja" }, ja), " ", element("span", { lang: "en" }, en));
  return result;
}

/** For the choice of font and voice. */
export const languageOf = (text) => (/[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? "ja" : undefined);

/** Puts the focus where it was, if that was inside of the element that `draw` replaces. */
export function keepingFocus(old, fresh, draw) {
  const focused = old.contains(document.activeElement) ? document.activeElement : undefined;
  draw();
  if (focused) {
    const again = [...fresh.querySelectorAll("[data-key]")].find((part) => part.dataset.key === focused.dataset.key);
    (again ?? fresh).focus({ preventScroll: true });
  }
}
