// Slack's markup as a tree of tokens: what is meant, without any HTML.
// Rules: docs.slack.dev/messaging/formatting-message-text. `& < >` come escaped, `<…>` is a mention or a link.

import { emoji } from "./emoji.js";

const FENCE = /```([\s\S]+?)```/g;
const QUOTED = /^(?:&gt;|>)(?!(?:&gt;|>){2}) ?/;
const QUOTED_TO_THE_END = /^(?:&gt;|>){3} ?/;
const ANGLE = /<(?<angle>[^<>\n]+)>/gu;
const PLAIN = /:(?<emoji>[a-z0-9_+'-]+):/gu;
// A style begins and ends at the edge of a word; its inside is bounded, so that a long line stays cheap.
const INLINE = new RegExp(
  [
    ANGLE.source,
    "`(?<code>[^`\\n]+)`",
    PLAIN.source,
    "(?<![\\p{L}\\p{N}*_~])(?<mark>[*_~])(?<styled>(?![\\s*_~]{2}|\\s)(?:<[^<>\\n]*>|`[^`\\n]*`|[^\\n<]){1,1000}?)(?<!\\s)\\k<mark>(?![\\p{L}\\p{N}])",
    "(?<![\\p{L}\\p{N}])(?<url>https?://[^\\s<>]*[^\\s<>.,:;!?'\")\\]。、）」])",
  ].join("|"),
  "gu",
);
const STYLES = { "*": "bold", _: "italic", "~": "strike" };
const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)/i;
const USER_MENTION = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g;

/** @param text as Slack keeps it, of a message or of a `mrkdwn` text object */
export function mrkdwn(text) {
  const result = [];
  let from = 0;
  for (const fence of text.matchAll(FENCE)) {
    result.push(...lines(text.slice(from, fence.index).replace(/\n$/, "")));
    result.push({ kind: "pre", children: angles(fence[1].replace(/^\n|\n$/g, "")) });
    from = fence.index + fence[0].length;
    from += text[from] === "\n" ? 1 : 0;
  }
  return [...result, ...lines(text.slice(from))];
}

/** @param text of a `plain_text` object: emoji names count, nothing else does */
export function plainText(text) {
  return scan(text, PLAIN);
}

/** The users that a text mentions, each once. */
export function mentionedUsers(text) {
  return [...new Set([...text.matchAll(USER_MENTION)].map((match) => match[1]))];
}

function lines(text) {
  const parts = [];
  let toTheEnd = false;
  for (const line of text === "" ? [] : text.split("\n")) {
    toTheEnd ||= QUOTED_TO_THE_END.test(line);
    const quoted = toTheEnd || QUOTED.test(line);
    const last = parts.at(-1);
    if (last?.quoted === quoted) {
      last.lines.push(line);
    } else {
      parts.push({ quoted, lines: [line] });
    }
  }
  return parts.flatMap(({ quoted, lines }) =>
    quoted
      ? [{ kind: "quote", children: inline(lines.map(unquoted).join("\n")) }]
      : inline(lines.join("\n")),
  );
}

const unquoted = (line) => line.replace(QUOTED_TO_THE_END, "").replace(QUOTED, "");
const inline = (text) => scan(text, INLINE);
const angles = (text) => scan(text, ANGLE);

function scan(text, pattern) {
  const search = new RegExp(pattern);
  const result = [];
  let from = 0;
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const token = tokenOf(match);
    if (token) {
      result.push(...literal(text.slice(from, match.index)), token);
      from = search.lastIndex;
    } else {
      // Not what it looked like: its first character is text, and its rest may begin something else.
      search.lastIndex = match.index + 1;
    }
  }
  return [...result, ...literal(text.slice(from))];
}

function tokenOf(match) {
  const { angle, code, emoji: name, mark, styled, url } = match.groups;
  if (angle) {
    return reference(angle);
  }
  if (code) {
    return { kind: "code", children: angles(code) };
  }
  if (name) {
    return emoji(name) && { kind: "emoji", name, symbol: emoji(name) };
  }
  return mark ? { kind: STYLES[mark], children: inline(styled) } : link(url, url);
}

/** The inside of `<…>`; undefined when Slack would not know it either. */
function reference(inside) {
  const [target, ...rest] = inside.split("|");
  const label = unescaped(rest.join("|"));
  if (/^@[UWB][A-Z0-9]+$/.test(target)) {
    return { kind: "user", id: target.slice(1), label };
  }
  if (/^#[CDG][A-Z0-9]+$/.test(target)) {
    return { kind: "channel", id: target.slice(1), label };
  }
  return target.startsWith("!") ? special(target.slice(1), label) : link(target, label || target);
}

function special(target, label) {
  const [word, id] = target.split("^");
  if (["here", "channel", "everyone"].includes(word)) {
    return { kind: "everyone", word };
  }
  if (word === "subteam" && id) {
    return { kind: "group", id, label };
  }
  return word === "date" ? { kind: "text", text: label } : undefined;
}

function link(target, label) {
  const url = unescaped(target);
  return SAFE_LINK.test(url) ? { kind: "link", url, label: unescaped(label) } : undefined;
}

const literal = (text) => (text === "" ? [] : [{ kind: "text", text: unescaped(text) }]);

function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
