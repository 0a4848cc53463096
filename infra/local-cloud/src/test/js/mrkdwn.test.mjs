import assert from "node:assert/strict";
import { test } from "node:test";
import { mentionedUsers, mrkdwn, plainText } from "../../main/resources/io/yobidashi/localcloud/web/chat/mrkdwn.js";

/** Tokens as one readable line: `bold(…)`, `user:U1`, `link:url|label`, and text as it is. */
function line(tokens) {
  return tokens.map((token) => (token.children ? `${token.kind}(${line(token.children)})` : leaf(token))).join("");
}

function leaf({ kind, text, id, label, word, url, symbol }) {
  return { text, user: `[user:${id}]`, group: `[group:${id}|${label}]`, everyone: `[${word}]`, channel: `[channel:${id}|${label}]`, link: `[${url}|${label}]`, emoji: symbol }[kind];
}

const FORMATTING = "Slack, Formatting message text";
const EMPHASIS = "Slack client, styles hold at the edges of words";
const SAFE = "text is always text";

const RULES = [
  [FORMATTING, "<@U024BE7LH> hi", "[user:U024BE7LH] hi"],
  [FORMATTING, "<@U024BE7LH|sato>", "[user:U024BE7LH]"],
  [FORMATTING, "<!here> <!channel> <!everyone>", "[here] [channel] [everyone]"],
  [FORMATTING, "<!subteam^S1234ABCD|@booth>", "[group:S1234ABCD|@booth]"],
  [FORMATTING, "<!subteam^S1234ABCD>", "[group:S1234ABCD|]"],
  [FORMATTING, "<#C024BE7LR|general>", "[channel:C024BE7LR|general]"],
  [FORMATTING, "<!date^1392734382^{date_num}|2014-02-18>", "2014-02-18"],
  [FORMATTING, "<https://a.example/?x=1&amp;y=2|a &amp; b>", "[https://a.example/?x=1&y=2|a & b]"],
  [FORMATTING, "<https://a.example>", "[https://a.example|https://a.example]"],
  [FORMATTING, "<mailto:a@b.example|mail>", "[mailto:a@b.example|mail]"],
  [FORMATTING, "see https://a.example/x_y_z, ok", "see [https://a.example/x_y_z|https://a.example/x_y_z], ok"],
  [FORMATTING, "*b* _i_ ~s~ `c`", "bold(b) italic(i) strike(s) code(c)"],
  [FORMATTING, "*_both_ <@U1>*", "bold(italic(both) [user:U1])"],
  [FORMATTING, "`*not bold* :eyes: <@U1>`", "code(*not bold* :eyes: [user:U1])"],
  [FORMATTING, "a\n```\n*x*\n&lt;b&gt;\n```\nc", "apre(*x*\n<b>)c"],
  [FORMATTING, "a\n&gt; b\n&gt;c\nd", "aquote(b\nc)d"],
  [FORMATTING, "&gt;&gt;&gt; a\nb", "quote(a\nb)"],
  [FORMATTING, ":white_check_mark: 3 min", "✅ 3 min"],
  [FORMATTING, ":no_such_emoji::eyes: at 12:30:45", ":no_such_emoji:👀 at 12:30:45"],
  [EMPHASIS, "2*3*4 snake_case_name", "2*3*4 snake_case_name"],
  [EMPHASIS, "* a * and *a *", "* a * and *a *"],
  [EMPHASIS, "(*a*), *b*.", "(bold(a)), bold(b)."],
  [EMPHASIS, "*a\nb*", "*a\nb*"],
  [SAFE, "&lt;script&gt; &amp;lt;", "<script> &lt;"],
  [SAFE, "<script>alert(1)</script>", "<script>alert(1)</script>"],
  [SAFE, "<javascript:alert(1)|click>", "<javascript:alert(1)|click>"],
  [SAFE, "<!unknown> <@u> <>", "<!unknown> <@u> <>"],
  [SAFE, "", ""],
];

for (const [source, text, tokens] of RULES) {
  test(`${source}: ${JSON.stringify(text)}`, () => assert.equal(line(mrkdwn(text)), tokens));
}

test("in plain text only emoji names mean something", () => {
  assert.equal(line(plainText("*a* <@U1> :eyes: &amp;")), "*a* <@U1> 👀 &");
});

test("mentioned users are named once each", () => {
  assert.deepEqual(mentionedUsers("<@U1> <@U2|b> <!here> <@U1>"), ["U1", "U2"]);
});

test("a long text of openings that never close is read to its end", () => {
  const text = "*a _b ~c :d <e ".repeat(2_500);
  assert.ok(line(mrkdwn(text)) === text);
});
