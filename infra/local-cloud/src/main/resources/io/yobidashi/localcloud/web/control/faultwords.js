// What can go wrong where, in words, and the plans that are wanted most.

const ANY = "*";

export const CLOUDS = {
  slack: {
    label: "Slack",
    routes: [ANY, "webhook", "chat.postMessage", "chat.update", "chat.postEphemeral", "reactions.add", "auth.test", "users.info", "conversations.info", "conversations.history"],
  },
  sqs: {
    label: "SQS",
    routes: [ANY, "SendMessage", "SendMessageBatch", "ReceiveMessage", "DeleteMessage", "DeleteMessageBatch", "ChangeMessageVisibility", "GetQueueUrl", "GetQueueAttributes"],
  },
  iot: {
    label: "IoT",
    routes: [ANY, "GetThingShadow", "UpdateThingShadow", "DeleteThingShadow", "ListNamedShadowsForThing", "Publish", "mqtt"],
  },
};

export const KINDS = {
  status: { label: { ja: "エラー", en: "error" }, fields: ["status", "times", "probability"] },
  "retry-after": { label: { ja: "制限", en: "429, retry after" }, fields: ["seconds", "times", "probability"] },
  slow: { label: { ja: "遅い", en: "slow" }, fields: ["seconds", "times", "probability"] },
  "lost-answer": { label: { ja: "応答喪失", en: "answer lost" }, fields: ["times", "probability"] },
  twice: { label: { ja: "二重配信", en: "delivered twice" }, fields: ["times", "probability"] },
  reorder: { label: { ja: "順序入替", en: "reordered" }, fields: ["times", "probability"] },
  away: { label: { ja: "停止", en: "away" }, fields: ["seconds"] },
};

export const PRESETS = [
  {
    label: { ja: "制限", en: "Slack: 429 for 10 s" },
    cloud: "slack",
    rule: { route: ANY, kind: "retry-after", seconds: 10, times: 1 },
  },
  { label: { ja: "応答喪失", en: "Slack: answers lost 3 times" }, cloud: "slack", rule: { route: ANY, kind: "lost-answer", times: 3 } },
  { label: { ja: "停止", en: "SQS away 10 s" }, cloud: "sqs", rule: { route: ANY, kind: "away", seconds: 10 } },
  { label: { ja: "停止", en: "IoT away 10 s" }, cloud: "iot", rule: { route: ANY, kind: "away", seconds: 10 } },
];
