// What somebody means who typed a line: a message, the slash command, or something that Slack would not take.

const COMMAND = /^\/(\S+)\s*([\s\S]*)$/;
const OURS = "yobidashi";

/** `{kind: "say" | "command", text}`, `{kind: "nothing"}` or `{kind: "refused", ja, en}`. */
export function meaning(typed, { people, inThread }) {
  const text = typed.trim();
  if (text === "") {
    return { kind: "nothing" };
  }
  const [, command, rest] = COMMAND.exec(text) ?? [];
  return command === undefined ? { kind: "say", text: withMentions(text, people) } : order(command, rest, inThread);
}

function order(command, rest, inThread) {
  if (command !== OURS) {
    return { kind: "refused", ja: `/${command} というコマンドはありません。`, en: `/${command} is no command here.` };
  }
  if (inThread) {
    return {
      kind: "refused",
      ja: "スレッドではコマンドを使えません。",
      en: "Slack takes no commands in threads.",
    };
  }
  return { kind: "command", text: rest.trim() };
}

/** `@Sato`, `@佐藤` and `@here` as the mentions that Slack's own box would make of them. */
function withMentions(text, people) {
  const names = people.flatMap(({ id, ja, en }) => [ja, en].map((name) => [name.toLowerCase(), `<@${id}>`]));
  const mentions = new Map([...names, ["here", "<!here>"], ["channel", "<!channel>"]]);
  return text.replace(/(?<![\p{L}\p{N}<])@([\p{L}\p{N}]+)/gu, (whole, name) => mentions.get(name.toLowerCase()) ?? whole);
}
