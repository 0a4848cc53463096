import assert from "node:assert/strict";
import { test } from "node:test";
import { failures, refusal } from "../../main/resources/io/yobidashi/localcloud/web/chat/deliveries.js";
import { People } from "../../main/resources/io/yobidashi/localcloud/web/chat/people.js";
import { pills, toggle } from "../../main/resources/io/yobidashi/localcloud/web/chat/reactions.js";
import { meaning } from "../../main/resources/io/yobidashi/localcloud/web/chat/typed.js";

const REACTIONS = [
  { name: "white_check_mark", users: ["USATO", "USUZUKI"] },
  { name: "party_parrot", users: ["UTANAKA"] },
  { name: "eyes", users: [] },
];

test("reactions are pills with who chose them, one's own marked, none of nobody", () => {
  assert.deepEqual(
    pills(REACTIONS, "USATO").map(({ symbol, users, own }) => [symbol, users.length, own]),
    [["✅", 2, true], [":party_parrot:", 1, false]],
  );
  assert.deepEqual(pills(undefined, "USATO"), []);
});

test("a reaction is given once and taken back", () => {
  assert.equal(toggle(REACTIONS, "USATO", "white_check_mark"), "DELETE");
  assert.equal(toggle(REACTIONS, "UTANAKA", "white_check_mark"), "POST");
  assert.equal(toggle(REACTIONS, "USATO", "eyes"), "POST");
  assert.equal(toggle(undefined, "USATO", "eyes"), "POST");
});

const SATO = { id: "USATO", ja: "佐藤", en: "Sato" };
const TYPED = [
  [" ok 3 min ", { kind: "say", text: "ok 3 min" }],
  ["@sato and @佐藤、@here!", { kind: "say", text: "<@USATO> and <@USATO>、<!here>!" }],
  ["mail@sato.example @satoshi <@USATO>", { kind: "say", text: "mail@sato.example @satoshi <@USATO>" }],
  ["/yobidashi dnd 30", { kind: "command", text: "dnd 30" }],
  ["/yobidashi", { kind: "command", text: "" }],
  ["  ", { kind: "nothing" }],
];

for (const [typed, expected] of TYPED) {
  test(`${JSON.stringify(typed)} means ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(meaning(typed, { people: [SATO], inThread: false }), expected);
  });
}

test("other commands, and commands in threads, are refused as Slack does", () => {
  assert.match(meaning("/yobidash x", { people: [], inThread: false }).en, /\/yobidash is no command/);
  assert.match(meaning("/yobidashi x", { people: [], inThread: true }).en, /no commands in threads/);
});

test("only what was not taken is told, with its road and a reason", () => {
  const told = failures([
    { road: "outgoing", status: 200, body: "{}" },
    { road: "events", status: 204, body: "" },
    { road: "outgoing", status: 502, body: "ack-service is out of reach" },
    { road: "interactions", status: 503, body: '{"title":"Service Unavailable","detail":"The queue is away."}' },
    { road: "commands", status: 401, body: "" },
    { road: "pigeon", status: 500, body: "x".repeat(1000) },
  ]);

  assert.equal(told.length, 4);
  assert.deepEqual(told[0], {
    ja: "発信 Webhook: 相手に届きませんでした (502)",
    en: "outgoing webhook: the receiver is out of reach (502) “ack-service is out of reach”",
  });
  assert.match(told[1].en, /interactivity: the receiver cannot take it now \(503\) “The queue is away.”/);
  assert.match(told[2].ja, /スラッシュコマンド: 署名かトークンが拒否されました/);
  assert.ok(told[3].en.startsWith("pigeon: the receiver failed (500)") && told[3].en.length < 300);
  assert.deepEqual(failures(undefined), []);
});

test("a refusal says why, or at least its status", () => {
  assert.equal(refusal(404, '{"detail":"Nobody is UX."}').en, "Not done: Nobody is UX.");
  assert.equal(refusal(414, "").en, "Not done: HTTP 414");
});

test("people speak, and a guest; bots are Yobidashi, strangers go by their id", () => {
  const people = new People([{ slack: "USATO", name: { ja: "佐藤", en: "Sato" } }]);

  assert.deepEqual(people.speakers.map(({ id }) => id), ["USATO", "UGUEST"]);
  assert.deepEqual([people.get("BYOBIDASHI").bot, people.get("UGUEST").en, people.get("UNEW").ja], [true, "Guest", "UNEW"]);
  assert.deepEqual([people.onRoster("USATO"), people.onRoster("UGUEST")], [true, false]);
});
