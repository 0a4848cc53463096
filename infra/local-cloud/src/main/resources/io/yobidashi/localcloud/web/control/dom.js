// Small things that every section needs.

/** An element with attributes and children; text is text, never markup. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export function copyOf(template) {
  return document.getElementById(template).content.firstElementChild.cloneNode(true);
}

/** A text in both languages, Japanese first. */
export function bilingual({ ja, en }) {
  return [element("span", { lang: "ja" }, ja), en ? ` ${en}` : ""];
}

/** The sentence of a refusal; anything else as it came. */
export function told(body) {
  try {
    return JSON.parse(body).detail ?? body;
  } catch {
    return body;
  }
}

export function show(line, good, text) {
  line.className = good ? "answer good" : "answer bad";
  line.textContent = text;
}

/** Does some work now and again, but only while somebody can see the page; ends when the work says false. */
export function whileVisible(milliseconds, work) {
  let timer;
  async function round() {
    clearTimeout(timer);
    if (document.hidden || (await work()) === false) {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(round, milliseconds);
  }
  document.addEventListener("visibilitychange", round);
  round();
}
