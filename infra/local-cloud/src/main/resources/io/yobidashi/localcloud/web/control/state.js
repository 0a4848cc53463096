// Which parts are up, what they have done, and where messages are.

import { bilingual, element, whileVisible } from "./dom.js";

const EVERY = 2000;
const DEAD = "-dlq";
const PARTS = { sqs: "SQS", mqtt: "MQTT" };
const COUNTERS = {
  local_cloud_shadow_updates_total: { ja: "シャドウ更新", en: "shadow updates" },
  local_cloud_rules_forwarded_total: { ja: "ルールが転送", en: "forwarded by rules" },
  local_cloud_rules_dropped_total: { ja: "ルールが破棄", en: "dropped by rules" },
};

export function showState() {
  whileVisible(EVERY, refresh);
}

async function refresh() {
  const offline = document.getElementById("offline");
  try {
    const metrics = await fetch("q/metrics");
    showParts(await metrics.text());
    await showQueues(await fetch("queues"));
    offline.hidden = true;
  } catch {
    offline.hidden = false;
    document.getElementById("parts").replaceChildren();
    document.getElementById("queues").hidden = true;
  }
}

function showParts(text) {
  const values = new Map(
    text
      .split("\n")
      .filter((line) => line && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]),
  );
  const parts = Object.entries(PARTS).map(([part, label]) =>
    partItem(label, values.get(`local_cloud_part_up{part="${part}"}`) === 1),
  );
  const counters = Object.entries(COUNTERS)
    .filter(([name]) => values.has(name))
    .map(([name, label]) => element("li", {}, element("b", {}, values.get(name).toLocaleString()), " ", ...bilingual(label)));
  document.getElementById("parts").replaceChildren(...parts, ...counters);
}

function partItem(label, up) {
  const state = up ? { ja: "稼働中", en: "up" } : { ja: "停止", en: "down" };
  return element("li", { class: up ? "up" : "down" }, element("b", {}, label), " ", ...bilingual(state));
}

async function showQueues(response) {
  document.getElementById("queues").hidden = !response.ok;
  document.getElementById("queues-away").hidden = response.ok;
  if (!response.ok) {
    return;
  }
  const queues = await response.json();
  const byName = new Map(queues.map((queue) => [queue.name, queue]));
  const rows = queues
    .filter((queue) => !(queue.name.endsWith(DEAD) && byName.has(queue.name.slice(0, -DEAD.length))))
    .map((queue) => row(queue, byName.get(queue.name + DEAD)));
  document.querySelector("#queues tbody").replaceChildren(...rows);
}

function row(queue, deadLetters) {
  const dead = deadLetters ? deadLetters.waiting + deadLetters.inFlight + deadLetters.delayed : null;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, queue.name),
    count(queue.waiting, "some"),
    count(queue.inFlight, "some"),
    count(queue.delayed, "some"),
    count(dead, "dead"),
  );
}

function count(number, highlight) {
  return element("td", { class: number ? `count ${highlight}` : "count" }, number === null ? "–" : String(number));
}
