// One card per button of the roster; each shows what the receiving end answered.

import { bilingual, copyOf, element, show, told } from "./dom.js";

const DIALECTS = {
  beam: "Beam · Plus",
  global: "Beam · global",
  plain: "JSON · token",
  "one-click": "1-Click → SQS",
  developer: "AWS → MQTT",
  funnel: "Funnel → MQTT",
};

/** The one whose message has no field for the battery. */
const WITHOUT_BATTERY = "plain";

export function showButtons(about, dialects) {
  const people = new Map(about.people.map((person) => [person.id, person]));
  const cards = about.buttons.map((button) => card(button, people.get(button.person), dialects.get(button.id)));
  document.getElementById("buttons").replaceChildren(...cards);
}

function card(button, person, dialects) {
  const card = copyOf("button");
  card.querySelector(".place").replaceChildren(...bilingual(button.place));
  card.querySelector(".person").replaceChildren(...bilingual(person?.name ?? { ja: button.person }));
  card.querySelector(".id").textContent = button.id;
  const choices = dialects.map((dialect) => element("option", { value: dialect }, DIALECTS[dialect] ?? dialect));
  card.querySelector(".dialect").replaceChildren(...choices);
  rememberChoices(button, card);
  for (const key of card.querySelectorAll("button")) {
    key.setAttribute("aria-label", `${key.textContent.trim()}: ${button.place.ja} ${button.place.en}`);
    key.addEventListener("click", () => press(button, key, card));
  }
  return card;
}

/** What was chosen for a button stays chosen in this browser. */
function rememberChoices(button, card) {
  const battery = card.querySelector(".battery");
  for (const select of card.querySelectorAll("select")) {
    const name = `${select.className} ${button.id}`;
    const kept = localStorage.getItem(name);
    if ([...select.options].some((option) => option.value === kept)) {
      select.value = kept;
    }
    select.addEventListener("change", () => {
      localStorage.setItem(name, select.value);
      battery.disabled = card.querySelector(".dialect").value === WITHOUT_BATTERY;
    });
  }
  battery.disabled = card.querySelector(".dialect").value === WITHOUT_BATTERY;
}

async function press(button, key, card) {
  const answer = card.querySelector(".answer");
  const keys = card.querySelectorAll(".press, .more button");
  const query = new URLSearchParams({
    ...key.dataset,
    dialect: card.querySelector(".dialect").value,
    battery: card.querySelector(".battery").value,
  });
  keys.forEach((one) => (one.disabled = true));
  try {
    const response = await fetch(`buttons/${encodeURIComponent(button.id)}/press?${query}`, { method: "POST" });
    const summary = summarised(response.status, await response.text());
    show(answer, response.ok, `${new Date().toLocaleTimeString()} · ${named(key.dataset)} · ${summary}`);
  } catch {
    show(answer, false, "ローカルクラウドに接続できません。 The local cloud is out of reach.");
  } finally {
    keys.forEach((one) => (one.disabled = false));
    key.focus();
  }
}

function named({ click, times, copies }) {
  return times ? `${click} × ${times}` : copies ? `${click}, ${copies} copies` : click;
}

/** One line for what may be many transmissions: each road with its status, then the first trouble. */
function summarised(status, body) {
  let transmissions;
  try {
    transmissions = JSON.parse(body).transmissions;
  } catch {
    // Then it is somebody else's answer, shown as it came.
  }
  if (!transmissions) {
    return `${status} ${told(body)}`;
  }
  const trouble = transmissions.find((one) => one.status >= 400);
  const roads = transmissions.map((one) => `${one.road} ${one.status}`).join(", ");
  return trouble ? `${roads} · ${told(trouble.body)}` : roads;
}
