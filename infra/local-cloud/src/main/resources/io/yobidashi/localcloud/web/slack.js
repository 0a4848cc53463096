// The chat page: shows the channel live, and acts as any person of the roster or a guest.

import { compose } from "./chat/composer.js";
import { Conversation, isReply } from "./chat/conversation.js";
import * as deeds from "./chat/deeds.js";
import { both, element } from "./chat/dom.js";
import { MessageList } from "./chat/list.js";
import { ThreadPane } from "./chat/pane.js";
import { People } from "./chat/people.js";
import { Picker } from "./chat/picker.js";
import { toggle } from "./chat/reactions.js";
import { listen } from "./chat/stream.js";

const ABOUT_AGAIN_AFTER_MS = 2000;
const byId = (id) => document.getElementById(id);

const about = await facts();
const people = new People(about.people);
const conversation = new Conversation();
const speaker = byId("speaker");
const picker = new Picker(byId("picker"));
const channel = new MessageList(byId("log"));
const pane = new ThreadPane(byId("thread"), { people: people.speakers, take, closed: (ts) => channel.focus(ts, "thread", "reply") });
let drawing = false;
let known = false;

const buttons = {
  click: (message, action, target) => press(message, target, () => deeds.click(message.ts, action, speaker.value)),
  react,
  pick: (message, beside) => picker.open(beside, (name) => react(message, name)),
  answer: async (user, text, message) =>
    note((await deeds.say(user, text, isReply(message) ? message.thread_ts : undefined)).failures),
  openThread,
};

/** What the page must know; waits for a local cloud that is not there yet. */
async function facts() {
  for (;;) {
    try {
      const response = await fetch("about");
      return await response.json();
    } catch {
      byId("offline").hidden = false;
      await new Promise((wake) => setTimeout(wake, ABOUT_AGAIN_AFTER_MS));
    }
  }
}

function note(told) {
  byId("note").replaceChildren(...told.map(({ ja, en }) => element("span", {}, both(ja, en))));
}

async function react(message, name) {
  const method = toggle(message.reactions, speaker.value, name);
  note((await deeds.react(method, message.ts, { user: speaker.value, name })).failures);
}

/** In Slack nobody else could press a button of a private message. */
async function press(message, target, deed) {
  if (message.to && message.to !== speaker.value) {
    const reader = people.get(message.to);
    note([{ ja: `${reader.ja}だけに見えるメッセージです。`, en: `Only ${reader.en || reader.id} sees this: speak as them to press it.` }]);
    return;
  }
  target.setAttribute("aria-busy", "true");
  note((await deed()).failures);
  target.removeAttribute("aria-busy");
}

/** Does what was typed; false keeps it in the box. */
async function take(meaning, thread) {
  if (meaning.kind === "nothing") {
    return false;
  }
  if (meaning.kind === "refused") {
    note([meaning]);
    return false;
  }
  const isCommand = meaning.kind === "command";
  const { done, failures } = await (isCommand ? deeds.command(speaker.value, meaning.text) : deeds.say(speaker.value, meaning.text, thread));
  note(failures);
  if (done) {
    (thread === undefined ? channel : pane).toEnd();
  }
  return done;
}

function openThread(ts) {
  pane.open(ts);
  draw();
  pane.toEnd();
  pane.focusBox();
}

function draw() {
  drawing = false;
  const context = { people, speaker: speaker.value, home: about.channel, deeds: buttons };
  const roots = conversation.roots();
  byId("empty").hidden = !known || roots.length > 0;
  channel.show(roots, context);
  pane.show(conversation, context);
}

/** Many messages at once are drawn once. */
function changed() {
  known = true;
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(draw);
  }
}

/** The channel's name, where there is more to show than its id. */
async function nameChannel() {
  byId("channel").textContent = about.channel;
  try {
    const channels = await (await fetch("slack/channels")).json();
    byId("channel").textContent = channels.find(({ id }) => id === about.channel)?.name ?? about.channel;
  } catch {
    // The id says enough.
  }
}

function connected(there) {
  byId("offline").hidden = there;
}

nameChannel();
byId("board").href = about.addresses.board;
speaker.append(...people.speakers.map(({ id, ja, en }) => element("option", { value: id }, `${ja} ${en}`)));
speaker.addEventListener("change", draw);
compose(byId("say"), { people: people.speakers, inThread: false, take });
listen(conversation, changed, connected);
