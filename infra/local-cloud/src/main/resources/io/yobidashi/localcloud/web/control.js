// The control page: presses buttons, shows where messages are, lets the clouds misbehave.

import { showButtons } from "./control/buttons.js";
import { showFaults } from "./control/faults.js";
import { showState } from "./control/state.js";
import { element } from "./control/dom.js";

const ADDRESSES = {
  board: "Board",
  http: "IoT data plane, Slack, buttons",
  sqs: "SQS",
  mqtt: "MQTT",
  mqttWebSocket: "MQTT over WebSocket",
};

async function start() {
  const [about, buttons] = await Promise.all(["about", "buttons"].map(async (door) => (await fetch(door)).json()));
  document.getElementById("board").href = about.addresses.board;
  document
    .getElementById("addresses")
    .replaceChildren(
      ...Object.entries(ADDRESSES).flatMap(([key, label]) => [
        element("dt", {}, label),
        element("dd", {}, about.addresses[key]),
      ]),
    );
  showButtons(about, new Map(buttons.map((button) => [button.id, button.dialects])));
}

showState();
showFaults();
start().catch(() => (document.getElementById("offline").hidden = false));
