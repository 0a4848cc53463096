// Tokens of text as nodes.

import { element } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", strike: "s", code: "code", pre: "pre", quote: "blockquote" };

/** @param people who the mentions are */
export function richNodes(tokens, people) {
  return tokens.map((token) => node(token, people));
}

function node(token, people) {
  const tag = TAGS[token.kind];
  return tag ? element(tag, {}, ...richNodes(token.children, people)) : leaf(token, people);
}

function leaf(token, people) {
  switch (token.kind) {
    case "emoji":
      return element("span", { className: "emoji", role: "img", "aria-label": token.name, title: `:${token.name}:` }, token.symbol);
    case "link":
      return outwardLink(token.url, token.label);
    case "user":
      return mention(people.get(token.id).ja, token.id);
    case "group":
      return mention(token.label.replace(/^@/, "") || token.id, token.id);
    case "everyone":
      return mention(token.word, token.word);
    case "channel":
      return element("span", { className: "mention" }, `#${token.label || token.id}`);
    default:
      return token.text;
  }
}

const mention = (name, title) => element("span", { className: "mention", title }, `@${name}`);

export function outwardLink(url, ...children) {
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
}
