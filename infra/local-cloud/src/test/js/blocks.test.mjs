import assert from "node:assert/strict";
import { test } from "node:test";
import { readBlocks } from "../../main/resources/io/yobidashi/localcloud/web/chat/blocks.js";

const words = (text) => [{ kind: "text", text }];
const plain = (text) => ({ type: "plain_text", text });

test("a section has text, fields and an accessory", () => {
  const accessory = { type: "button", text: plain("Go"), action_id: "go", style: "primary" };
  const fields = [{ type: "mrkdwn", text: "*a*" }, plain("*b*")];

  const [section] = readBlocks([{ type: "section", text: plain("hello"), fields, accessory }]);

  assert.deepEqual(section.text, words("hello"));
  assert.deepEqual(section.fields, [[{ kind: "bold", children: words("a") }], words("*b*")]);
  assert.deepEqual(section.accessory, { kind: "button", label: words("Go"), action: "go", style: "primary", url: undefined });
});

test("header, context, divider, actions and image are known", () => {
  const kinds = readBlocks([
    { type: "header", text: plain("h") },
    { type: "context", elements: [plain("c"), { type: "image", image_url: "https://a.example/i.png", alt_text: "map" }] },
    { type: "divider" },
    { type: "actions", elements: [{ type: "button", text: plain("b"), action_id: "x", style: "danger" }] },
    { type: "image", image_url: "https://a.example/i.png", alt_text: "map" },
  ]);

  assert.deepEqual(kinds.map(({ kind }) => kind), ["header", "context", "divider", "actions", "image"]);
  assert.deepEqual(kinds[1].elements[1], { kind: "image", url: "https://a.example/i.png", label: "map" });
  assert.equal(kinds[3].elements[0].style, "danger");
});

const STRANGE = [
  [{ type: "rich_text", elements: [] }, "rich_text"],
  [{ type: "section" }, "section"],
  [{ type: "section", text: "no object" }, "section"],
  [{ type: "header", text: { type: "toString", text: "x" } }, "header"],
  [{ type: "actions", elements: [] }, "actions"],
  [{ type: "image", image_url: "javascript:alert(1)" }, "image"],
  [{ type: "constructor" }, "constructor"],
  [{ type: 1 }, "?"],
  [null, "?"],
];

for (const [block, type] of STRANGE) {
  test(`${JSON.stringify(block)} is an unknown block`, () => assert.deepEqual(readBlocks([block]), [{ kind: "unknown", type }]));
}

test("an unknown element does not take its neighbours away", () => {
  const [actions] = readBlocks([
    { type: "actions", elements: [{ type: "static_select" }, { type: "button", text: plain("b"), action_id: "x" }] },
  ]);

  assert.deepEqual(actions.elements.map(({ kind }) => kind), ["unknown", "button"]);
});

test("a button opens web addresses only", () => {
  const url = (address) => readBlocks([{ type: "actions", elements: [{ type: "button", text: plain("b"), url: address }] }])[0].elements[0].url;

  assert.equal(url("https://a.example"), "https://a.example");
  assert.equal(url("javascript:alert(1)"), undefined);
});

test("no blocks are no blocks", () => {
  assert.deepEqual([undefined, null, {}, "x"].map(readBlocks), [[], [], [], []]);
});
