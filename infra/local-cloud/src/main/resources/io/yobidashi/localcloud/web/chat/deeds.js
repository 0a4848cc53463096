// What a person does in Slack, as calls of the local cloud. Each tells what went wrong, in words.

import { failures, refusal } from "./deliveries.js";

const OUT_OF_REACH = { ja: "ローカルクラウドに接続できません。", en: "The local cloud is out of reach." };

export const say = (user, text, thread) => send("POST", "slack/say", { user, text, thread_ts: thread });

export const command = (user, text) => send("POST", "slack/command", { user, text });

export const click = (ts, action, user) => send("POST", `slack/messages/${encodeURIComponent(ts)}/click`, { action, user });

/** @param method POST to react, DELETE to take it back */
export const react = (method, ts, { user, name }) => send(method, `slack/messages/${encodeURIComponent(ts)}/react`, { user, name });

/** `{done, failures: [{ja, en}]}`: done means that it happened in Slack, whoever failed to hear of it. */
async function send(method, path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  try {
    const response = await fetch(`${path}?${new URLSearchParams(given)}`, { method });
    const body = await response.text();
    if (!response.ok) {
      return { done: false, failures: [refusal(response.status, body)] };
    }
    return { done: true, failures: failures(JSON.parse(body).deliveries) };
  } catch {
    return { done: false, failures: [OUT_OF_REACH] };
  }
}
