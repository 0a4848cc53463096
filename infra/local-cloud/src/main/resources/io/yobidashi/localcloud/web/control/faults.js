// Fault plans of the three clouds. A plan is set as a whole, so adding a rule sends what is left of the others again.

import { bilingual, copyOf, element, show, told, whileVisible } from "./dom.js";
import { CLOUDS, KINDS, PRESETS } from "./faultwords.js";

const EVERY = 1000;
const cards = new Map();
let plans = {};

export function showFaults() {
  for (const cloud of Object.keys(CLOUDS)) {
    cards.set(cloud, card(cloud));
  }
  document.getElementById("clouds").replaceChildren(...cards.values());
  document.getElementById("presets").replaceChildren(...PRESETS.map(presetButton), clearAllButton());
  whileVisible(EVERY, refresh);
}

/** False once it is clear that this local cloud knows no faults. */
async function refresh() {
  let response;
  try {
    response = await fetch("faults");
  } catch {
    return true;
  }
  const there = response.status !== 404;
  document.getElementById("faults").hidden = !there;
  document.getElementById("faults-none").hidden = there;
  if (response.ok) {
    plans = await response.json();
    cards.forEach((one, cloud) => showRules(one, left(cloud)));
  }
  return there;
}

/** The rules of a plan that can still apply, as they would have to be set to go on where they are. */
function left(cloud) {
  return (plans[cloud]?.rules ?? [])
    .map(({ left, secondsLeft, used, ...rule }) => ({
      ...rule,
      ...(left === undefined ? {} : { times: left }),
      ...(secondsLeft === undefined ? {} : { seconds: secondsLeft }),
    }))
    .filter((rule) => rule.times !== 0 && !(rule.kind === "away" && rule.seconds <= 0));
}

function showRules(card, rules) {
  const items = rules.map((rule) => element("li", {}, element("code", {}, rule.route), " ", ...bilingual(inWords(rule))));
  const none = element("li", { class: "none" }, ...bilingual({ ja: "正常", en: "behaves" }));
  card.querySelector(".rules").replaceChildren(...(items.length ? items : [none]));
  card.classList.toggle("troubled", items.length > 0);
  card.querySelector(".clear").disabled = items.length === 0;
}

function inWords(rule) {
  const kind = KINDS[rule.kind]?.label ?? { ja: rule.kind, en: "" };
  const fields = KINDS[rule.kind]?.fields ?? [];
  const seconds = fields.includes("seconds") ? ` ${Math.ceil(rule.seconds * 10) / 10} s` : "";
  const status = fields.includes("status") && rule.status ? ` ${rule.status}` : "";
  const times = fields.includes("times") ? ` × ${rule.times ?? "∞"}` : "";
  const chance = (rule.probability ?? 1) < 1 ? `, p = ${rule.probability}` : "";
  return { ja: kind.ja, en: kind.en + status + seconds + times + chance };
}

function card(cloud) {
  const card = copyOf("cloud");
  const form = card.querySelector("form");
  card.querySelector("h3").textContent = CLOUDS[cloud].label;
  form.elements.route.replaceChildren(...CLOUDS[cloud].routes.map((route) => element("option", { value: route }, route)));
  form.elements.kind.replaceChildren(...Object.entries(KINDS).map(([kind, { label }]) => element("option", { value: kind }, `${label.ja} ${label.en}`)));
  form.elements.kind.addEventListener("change", () => showFields(form));
  showFields(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add(cloud, ruleOf(form));
  });
  const clear = card.querySelector(".clear");
  clear.setAttribute("aria-label", `${clear.textContent}: ${CLOUDS[cloud].label}`);
  clear.addEventListener("click", () => change(cloud, `faults/${cloud}`, { method: "DELETE" }));
  return card;
}

/** Fields that the kind has no use for are neither shown nor checked nor sent. */
function showFields(form) {
  const needed = KINDS[form.elements.kind.value].fields;
  for (const label of form.querySelectorAll("[data-field]")) {
    const unused = !needed.includes(label.dataset.field);
    label.hidden = unused;
    label.querySelector("input").disabled = unused;
  }
}

function ruleOf(form) {
  const rule = { route: form.elements.route.value, kind: form.elements.kind.value };
  for (const input of form.querySelectorAll("input:enabled")) {
    if (input.value !== "") {
      rule[input.name] = Number(input.value);
    }
  }
  return rule;
}

async function add(cloud, rule) {
  await refresh();
  const plan = { seed: plans[cloud]?.seed ?? 1, rules: [...left(cloud), rule] };
  await change(cloud, `faults/${cloud}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(plan),
  });
}

async function change(cloud, door, request) {
  const line = cards.get(cloud).querySelector(".answer");
  try {
    const response = await fetch(door, request);
    show(line, response.ok, response.ok ? "" : `${response.status} ${told(await response.text())}`);
  } catch {
    show(line, false, "ローカルクラウドに接続できません。 The local cloud is out of reach.");
  }
  await refresh();
}

function presetButton({ label, cloud, rule }) {
  const button = element("button", { type: "button" }, ...bilingual(label));
  button.addEventListener("click", () => add(cloud, rule));
  return button;
}

function clearAllButton() {
  const button = element("button", { type: "button", class: "calm" }, ...bilingual({ ja: "すべて解除", en: "Clear all" }));
  button.addEventListener("click", async () => {
    await change("slack", "faults", { method: "DELETE" });
    cards.forEach((one) => show(one.querySelector(".answer"), true, ""));
  });
  return button;
}
