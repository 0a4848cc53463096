// One message on the page.

import { readBlocks } from "./blocks.js";
import { blockElements } from "./blockview.js";
import { isReply } from "./conversation.js";
import { both, button, element, languageOf } from "./dom.js";
import { mentionedUsers, mrkdwn } from "./mrkdwn.js";
import { pills } from "./reactions.js";
import { richNodes } from "./rich.js";

const ONE_CLICK_ANSWERS = ["ok 3 min", "ok"];
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

/**
 * @param root `{ts, message, replies}`; the replies are counted unless the thread shows them itself
 * @param context `{people, speaker, home, deeds}`: the deeds are what its buttons do
 */
export function messageElement(root, context) {
  const { message } = root;
  if (!message) {
    return element("li", { className: "message gone", tabIndex: -1 }, gone(root, context));
  }
  const author = context.people.get(message.user);
  const classes = ["message", author.bot && "bot", message.to && "private"].filter(Boolean).join(" ");
  const avatar = element("span", { className: `avatar tint${tint(author.id)}`, "aria-hidden": "true" }, [...author.ja][0]);
  const content = element("div", { className: "content" }, ...contentOf(root, author, context));
  return element("li", { className: classes, tabIndex: -1 }, avatar, content, message.to ? undefined : tools(message, context));
}

function contentOf(root, author, context) {
  const { message } = root;
  return [
    message.to && onlyFor(context.people.get(message.to)),
    head(message, author, context),
    body(message, context),
    message.edited && editedMark(message.edited, context),
    reactionRow(message, context),
    threadLink(root, context),
    answerRow(message, author, context),
  ].filter(Boolean);
}

function head(message, author, context) {
  const time = new Date(Number(message.ts) * 1000);
  const elsewhere = message.channel !== undefined && message.channel !== context.home;
  return element(
    "p",
    { className: "head" },
    element("b", { className: "author" }, element("span", { lang: "ja" }, author.ja), author.en && ` ${author.en}`),
    author.bot ? element("span", { className: "app" }, "APP") : undefined,
    element("time", { dateTime: time.toISOString(), title: FULL.format(time) }, CLOCK.format(time)),
    elsewhere ? element("span", { className: "soft" }, `#${message.channel}`) : undefined,
  );
}

function body(message, context) {
  const text = () => {
    const written = message.text ?? "";
    return element("div", { className: "text", lang: languageOf(written) }, ...richNodes(mrkdwn(written), context.people));
  };
  const blocks = readBlocks(message.blocks);
  const click = (action, target) => context.deeds.click(message, action, target);
  const view = { people: context.people, fallback: text, click };
  return element("div", { className: "body" }, ...(blocks.length > 0 ? blockElements(blocks, view) : [text()]));
}

function editedMark(edited, context) {
  const by = edited.user ? context.people.get(edited.user) : undefined;
  const at = Number(edited.ts) > 0 ? FULL.format(new Date(Number(edited.ts) * 1000)) : "";
  return element("span", { className: "edited", title: `${at} ${by?.ja ?? ""}`.trim() }, "(", both("編集済み", "edited"), ")");
}

function onlyFor(reader) {
  const name = element("b", {}, `${reader.ja} ${reader.en}`.trim());
  return element("p", { className: "only" }, both("あなただけに表示", "Only visible to you"), " · ", name);
}

function reactionRow(message, { people, speaker, deeds }) {
  const row = pills(message.reactions, speaker).map(({ name, users, symbol, own }) => {
    const who = users.map((user) => people.get(user).ja).join(", ");
    const pill = button(
      { key: `pill ${name}`, className: "pill", label: `${name}, ${users.length}: ${who}`, onClick: () => deeds.react(message, name) },
      element("span", { className: "emoji" }, symbol),
      element("span", {}, ` ${users.length}`),
    );
    pill.setAttribute("aria-pressed", own);
    pill.title = `${who} · :${name}:`;
    return pill;
  });
  return row.length > 0 && element("div", { className: "reactions", role: "group", "aria-label": "リアクション Reactions" }, ...row);
}

function threadLink({ ts, replies }, { deeds }) {
  if (replies.length === 0) {
    return undefined;
  }
  const newest = CLOCK.format(new Date(Number(replies.at(-1).ts) * 1000));
  return button(
    { key: "thread", className: "thread-link", onClick: () => deeds.openThread(ts) },
    replyCount(replies.length),
    element("span", { className: "soft" }, ` ${newest}`),
  );
}

/** For whoever a bot's message calls: what they most often answer. */
function answerRow(message, author, { people, deeds }) {
  const called = author.bot && !message.to ? mentionedUsers(message.text ?? "").filter((user) => people.onRoster(user)) : [];
  const groups = called.map((user) => {
    const person = people.get(user);
    const answers = ONE_CLICK_ANSWERS.map((text) =>
      button(
        { key: `answer ${user} ${text}`, label: `${person.ja} ${person.en}: ${text}`, onClick: () => deeds.answer(user, text, message) },
        text,
      ),
    );
    return element("span", { className: "answer" }, `${person.ja} ${person.en}:`, ...answers);
  });
  return groups.length > 0 && element("div", { className: "answers" }, ...groups);
}

function tools(message, { deeds, inThread }) {
  const react = button(
    { key: "react", label: "リアクションする Add reaction", onClick: (target) => deeds.pick(message, target) },
    element("span", { className: "emoji", "aria-hidden": "true" }, "☺+"),
  );
  react.setAttribute("aria-haspopup", "true");
  const reply = button(
    { key: "reply", label: "スレッドで返信 Reply in thread", onClick: () => deeds.openThread(isReply(message) ? message.thread_ts : message.ts) },
    both("返信", "Reply"),
  );
  return element("div", { className: "tools" }, react, inThread ? undefined : reply);
}

function gone(root, context) {
  const told = element("p", { className: "soft" }, both("元のメッセージはありません", "The first message is gone"));
  return element("div", { className: "content" }, told, threadLink(root, context) || undefined);
}

export const replyCount = (count) => both(`${count}件の返信`, `${count} ${count === 1 ? "reply" : "replies"}`);

/** The same colour for the same user, always. */
const tint = (id) => [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % 6;
