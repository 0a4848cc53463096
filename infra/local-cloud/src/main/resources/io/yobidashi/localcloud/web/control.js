// The control page: one card per button, each press shows the answer of call-service.

const about = await (await fetch("about")).json();
const people = new Map(about.people.map((person) => [person.id, person]));

function fill(element, name) {
  const japanese = document.createElement("span");
  japanese.lang = "ja";
  japanese.textContent = name.ja;
  element.replaceChildren(japanese, ` ${name.en}`);
}

async function press(button, click, card) {
  const answer = card.querySelector(".answer");
  const keys = card.querySelectorAll("button");
  keys.forEach((key) => (key.disabled = true));
  try {
    const response = await fetch(`buttons/${encodeURIComponent(button.id)}/press?click=${click}`, { method: "POST" });
    const body = await response.text();
    answer.className = response.ok ? "answer good" : "answer bad";
    answer.textContent = `${new Date().toLocaleTimeString()} · ${click} · ${response.status} ${body}`;
  } catch {
    answer.className = "answer bad";
    answer.textContent = "ローカルクラウドに接続できません。 The local cloud is out of reach.";
  } finally {
    keys.forEach((key) => (key.disabled = false));
  }
}

function card(button) {
  const card = document.getElementById("button").content.firstElementChild.cloneNode(true);
  const person = people.get(button.person);
  fill(card.querySelector(".place"), button.place);
  fill(card.querySelector(".person"), person ? person.name : { ja: button.person, en: "" });
  card.querySelector(".id").textContent = button.id;
  for (const key of card.querySelectorAll("button")) {
    key.setAttribute("aria-label", `${key.textContent.trim()}: ${button.place.ja} ${button.place.en}`);
    key.addEventListener("click", () => press(button, key.dataset.click, card));
  }
  return card;
}

function addressRows(addresses) {
  const labels = {
    board: "Board",
    http: "IoT data plane, Slack, buttons",
    sqs: "SQS",
    mqtt: "MQTT",
    mqttWebSocket: "MQTT over WebSocket",
  };
  return Object.entries(labels).flatMap(([key, label]) => {
    const name = document.createElement("dt");
    const address = document.createElement("dd");
    name.textContent = label;
    address.textContent = addresses[key];
    return [name, address];
  });
}

document.getElementById("board").href = about.addresses.board;
document.getElementById("buttons").replaceChildren(...about.buttons.map(card));
document.getElementById("addresses").replaceChildren(...addressRows(about.addresses));
