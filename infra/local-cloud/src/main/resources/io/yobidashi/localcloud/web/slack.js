// The chat page: shows the channel live, and speaks as any person of the roster.

const about = await (await fetch("about")).json();
const people = new Map(about.people.map((person) => [person.slack, person]));
const shown = new Map();
const log = document.getElementById("log");
const list = document.getElementById("messages");
const note = document.getElementById("note");
const ONE_CLICK_ANSWERS = ["ok 3 min", "ok"];
const TOKEN = /<([@!][^<>|]+)(?:\|[^<>]*)?>/g;

function plain(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function mentionLabel(token) {
  const person = people.get(token.slice(1));
  return `@${person ? person.name.ja : token.slice(1)}`;
}

/** Slack's markup as nodes: mentions stand out, all else is text. */
function nodes(text) {
  const result = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const mention = document.createElement("span");
    mention.className = "mention";
    mention.textContent = mentionLabel(match[1]);
    result.push(plain(text.slice(from, match.index)), mention);
    from = match.index + match[0].length;
  }
  return [...result, plain(text.slice(from))];
}

function mentioned(text) {
  const users = [...text.matchAll(TOKEN)].map((match) => match[1].slice(1));
  return [...new Set(users)].filter((user) => people.has(user)).map((user) => people.get(user));
}

async function say(person, text) {
  note.textContent = "";
  const query = new URLSearchParams({ user: person.slack, text });
  try {
    const response = await fetch(`slack/say?${query}`, { method: "POST" });
    const answer = await response.json();
    const failed = (answer.deliveries ?? []).filter((delivery) => delivery.status !== 200);
    note.textContent = failed.map((delivery) => `${delivery.road}: ${delivery.status} ${delivery.body}`).join(" · ");
    return response.ok;
  } catch {
    note.textContent = "送信できませんでした。 The message could not be sent.";
    return false;
  }
}

function answersOf(person) {
  const label = document.createElement("span");
  label.textContent = `${person.name.ja} ${person.name.en}:`;
  const buttons = ONE_CLICK_ANSWERS.map((text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", `${person.name.en}: ${text}`);
    button.addEventListener("click", () => say(person, text));
    return button;
  });
  return [label, ...buttons];
}

function render(message) {
  const item = document.getElementById("message").content.firstElementChild.cloneNode(true);
  const author = people.get(message.user);
  const time = new Date(Number(message.ts) * 1000);
  item.classList.toggle("bot", !author);
  item.classList.toggle("reply", message.thread_ts !== undefined && message.thread_ts !== message.ts);
  item.querySelector(".avatar").textContent = author ? author.name.ja.slice(0, 1) : "呼";
  item.querySelector(".author").textContent = author ? `${author.name.ja} ${author.name.en}` : "Yobidashi";
  item.querySelector(".app").hidden = Boolean(author);
  item.querySelector("time").dateTime = time.toISOString();
  item.querySelector("time").textContent = time.toLocaleTimeString();
  item.querySelector(".text").replaceChildren(...nodes(message.text));
  const answers = author ? [] : mentioned(message.text).flatMap(answersOf);
  item.querySelector(".answers").hidden = answers.length === 0;
  item.querySelector(".answers").replaceChildren(...answers);
  return item;
}

function show(message) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  const item = render(message);
  const before = shown.get(message.ts);
  if (before) {
    before.replaceWith(item);
  } else {
    list.append(item);
  }
  shown.set(message.ts, item);
  document.getElementById("empty").hidden = true;
  if (atEnd) {
    log.scrollTop = log.scrollHeight;
  }
}

function showAll(messages) {
  shown.clear();
  list.replaceChildren();
  document.getElementById("empty").hidden = messages.length > 0;
  messages.forEach(show);
  log.scrollTop = log.scrollHeight;
}

function speaker(person, index) {
  const label = document.createElement("label");
  const choice = document.createElement("input");
  choice.type = "radio";
  choice.name = "user";
  choice.value = person.slack;
  choice.className = "visually-hidden";
  choice.checked = index === 0;
  label.append(choice, `${person.name.ja} ${person.name.en}`);
  return label;
}

function listen() {
  const offline = document.getElementById("offline");
  const stream = new EventSource("slack/stream");
  stream.addEventListener("open", () => (offline.hidden = true));
  stream.addEventListener("error", () => (offline.hidden = false));
  stream.addEventListener("messages", (event) => showAll(JSON.parse(event.data)));
  stream.addEventListener("message", (event) => show(JSON.parse(event.data)));
}

document.getElementById("channel").textContent = about.channel;
document.getElementById("board").href = about.addresses.board;
document.getElementById("speakers").append(...about.people.map(speaker));
document.getElementById("say").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const text = form.get("text").trim();
  const person = people.get(form.get("user"));
  if (text && person && (await say(person, text))) {
    document.getElementById("text").value = "";
  }
});
listen();
