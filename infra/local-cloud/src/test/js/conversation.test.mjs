import assert from "node:assert/strict";
import { test } from "node:test";
import { Conversation, isReply } from "../../main/resources/io/yobidashi/localcloud/web/chat/conversation.js";
import { back, excerpt, onward, SHOWN, STEP } from "../../main/resources/io/yobidashi/localcloud/web/chat/excerpt.js";

const message = (ts, more = {}) => ({ ts, text: `text of ${ts}`, ...more });

function conversation(...messages) {
  const result = new Conversation();
  result.replaceAll(messages);
  return result;
}

const outline = (roots) => roots.map(({ ts, message, replies }) => `${message ? ts : `(${ts})`}${replies.map((reply) => ` <${reply.ts}`).join("")}`);

test("replies stand under their parent, each in the order of time, however they came", () => {
  const here = conversation(message("3.0"), message("5.0", { thread_ts: "1.0" }), message("1.0"), message("2.0", { thread_ts: "1.0" }));

  assert.deepEqual(outline(here.roots()), ["1.0 <2.0 <5.0", "3.0"]);
});

test("the parent of a thread may name itself as the thread", () => {
  assert.equal(isReply(message("1.0", { thread_ts: "1.0" })), false);
  assert.deepEqual(outline(conversation(message("1.0", { thread_ts: "1.0" }), message("2.0", { thread_ts: "1.0" })).roots()), ["1.0 <2.0"]);
});

test("replies to a message that is not there are kept together, where the first of them came", () => {
  const here = conversation(message("4.0"), message("6.0", { thread_ts: "1.0" }), message("5.0", { thread_ts: "1.0" }), message("7.0"));

  assert.deepEqual(outline(here.roots()), ["4.0", "(1.0) <5.0 <6.0", "7.0"]);
});

test("the same ts replaces, a deleted one vanishes, and a thread loses what it lost", () => {
  const here = conversation(message("1.0"), message("2.0", { thread_ts: "1.0" }));
  here.roots();

  here.put(message("1.0", { text: "edited" }));
  assert.equal(here.thread("1.0").message.text, "edited");
  here.remove("2.0");
  assert.deepEqual(outline(here.roots()), ["1.0"]);
  here.remove("1.0");
  assert.deepEqual(here.roots(), []);
  assert.equal(here.thread("1.0"), undefined);
});

test("messages within one second keep their order", () => {
  const here = conversation(message("1763928000.000101"), message("1763928000.000100"));

  assert.deepEqual(outline(here.roots()), ["1763928000.000100", "1763928000.000101"]);
});

const many = (count) => Array.from({ length: count }, (_, at) => ({ at }));
const bounds = ({ items, earlier, later }) => [items[0]?.at, items.at(-1)?.at, earlier, later];

test("of a long list the end is shown, and what comes next with it", () => {
  assert.deepEqual(bounds(excerpt(many(5000), undefined)), [5000 - SHOWN, 4999, 5000 - SHOWN, 0]);
  assert.deepEqual(bounds(excerpt(many(5001), undefined)), [5001 - SHOWN, 5000, 5001 - SHOWN, 0]);
  assert.deepEqual(bounds(excerpt(many(3), undefined)), [0, 2, 0, 0]);
  assert.deepEqual(bounds(excerpt([], undefined)), [undefined, undefined, 0, 0]);
});

test("a look back stays where it is while more comes, and leads on to the end again", () => {
  const last = back(many(5000), undefined);

  assert.deepEqual(bounds(excerpt(many(5000), last)), [5000 - STEP - SHOWN, 4999 - STEP, 5000 - STEP - SHOWN, STEP]);
  assert.deepEqual(bounds(excerpt(many(5010), last)), [5000 - STEP - SHOWN, 4999 - STEP, 5000 - STEP - SHOWN, STEP + 10]);
  assert.equal(onward(many(5000), last), undefined);
});

test("looks back end at the first message", () => {
  const items = many(SHOWN + STEP + 1);
  const last = back(items, back(items, undefined));

  assert.equal(excerpt(items, last).earlier, 0);
  assert.equal(excerpt(items, last).items.length, SHOWN);
  assert.equal(back(items, last), last);
});

test("a look back holds when its last message is deleted", () => {
  const items = many(1000);
  const last = back(items, undefined);

  const shown = excerpt(items.filter(({ at }) => at !== last), last);

  assert.equal(shown.items.at(-1).at, last - 1);
});
