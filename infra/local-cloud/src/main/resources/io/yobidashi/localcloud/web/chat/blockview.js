// Block Kit on the page.

import { button, both, element } from "./dom.js";
import { outwardLink, richNodes } from "./rich.js";

/**
 * The blocks as elements. Where the first unknown one stands, the message's text stands in.
 *
 * @param blocks as read
 * @param view `{people, fallback: () => node, click: (action, button) => …}`
 */
export function blockElements(blocks, view) {
  const firstUnknown = blocks.findIndex((block) => block.kind === "unknown");
  return blocks.flatMap((block, index) => {
    const here = index === firstUnknown ? [view.fallback()] : [];
    return [...here, drawn(block, view, index)];
  });
}

function drawn(block, view, index) {
  const draw = { section, header, context, actions, image, divider: () => element("hr"), unknown }[block.kind];
  return draw(block, view, index);
}

function section(block, view, index) {
  const words = element("div", { className: "words" });
  if (block.text) {
    words.append(element("div", { className: "text" }, ...richNodes(block.text, view.people)));
  }
  if (block.fields.length > 0) {
    const fields = block.fields.map((field) => element("div", { className: "text" }, ...richNodes(field, view.people)));
    words.append(element("div", { className: "fields" }, ...fields));
  }
  const accessory = block.accessory && part(block.accessory, view, `${index}.0`);
  return element("div", { className: "block section" }, words, accessory);
}

function header(block, view) {
  return element("h3", { className: "block title" }, ...richNodes(block.text, view.people));
}

function context(block, view, index) {
  const parts = block.elements.map((each, at) =>
    each.kind === "text"
      ? element("span", { className: "text" }, ...richNodes(each.text, view.people))
      : part(each, view, `${index}.${at}`),
  );
  return element("div", { className: "block context" }, ...parts);
}

function actions(block, view, index) {
  const parts = block.elements.map((each, at) => part(each, view, `${index}.${at}`));
  return element("div", { className: "block actions" }, ...parts);
}

function image(block) {
  const hint = element("span", { className: "soft" }, both("画像", "Picture"), ": ");
  return element("div", { className: "block" }, hint, outwardLink(block.url, block.label));
}

function unknown(block) {
  return element("div", { className: "soft" }, both("ここでは表示できません", "Not shown here"), `: ${block.type}`);
}

function part(each, view, place) {
  if (each.kind === "image") {
    return outwardLink(each.url, each.label);
  }
  return each.kind === "button" ? action(each, view, place) : unknown(each);
}

/** A button with an address opens it, and Slack tells the app of the click all the same. */
function action(each, view, place) {
  const label = richNodes(each.label, view.people);
  const className = ["action", each.style].filter(Boolean).join(" ");
  const click = (target) => each.action !== undefined && view.click(each.action, target);
  if (each.url === undefined) {
    return button({ key: `action ${place}`, className, onClick: click }, ...label);
  }
  const link = outwardLink(each.url, ...label, element("span", { "aria-hidden": "true" }, " ↗"));
  link.className = className;
  link.dataset.key = `action ${place}`;
  link.addEventListener("click", () => click(link));
  return link;
}
