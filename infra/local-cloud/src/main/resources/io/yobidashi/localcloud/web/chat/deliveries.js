// What became of something that a person did, in words of both languages: `{ja, en}`.

const ROADS = {
  outgoing: { ja: "発信 Webhook", en: "outgoing webhook" },
  events: { ja: "イベント", en: "events" },
  commands: { ja: "スラッシュコマンド", en: "slash command" },
  interactions: { ja: "ボタン操作", en: "interactivity" },
};

const REASONS = [
  [[502, 504, 0], { ja: "相手に届きませんでした", en: "the receiver is out of reach" }],
  [[401, 403], { ja: "署名かトークンが拒否されました", en: "the signature or token was refused" }],
  [[404, 405], { ja: "受け口がありません", en: "nobody takes it there" }],
  [[429, 503], { ja: "相手は今受け取れません", en: "the receiver cannot take it now" }],
];
const BROKEN = { ja: "相手側でエラーが起きました", en: "the receiver failed" };
const REFUSED = { ja: "相手が断りました", en: "the receiver refused it" };
const LONGEST_BODY = 200;

/** One entry for each delivery that was not taken (2xx). */
export function failures(deliveries) {
  return (deliveries ?? []).filter(({ status }) => !(status >= 200 && status < 300)).map(inWords);
}

/** Why our own door refused, from its answer. */
export function refusal(status, body) {
  const told = detail(body) || `HTTP ${status}`;
  return { ja: "操作できませんでした。", en: `Not done: ${told}` };
}

function inWords({ road, status, body }) {
  const { ja, en } = ROADS[road] ?? { ja: road, en: road };
  const reason = reasonOf(status);
  const told = detail(body);
  return {
    ja: `${ja}: ${reason.ja} (${status})`,
    en: `${en}: ${reason.en} (${status})${told ? ` “${told}”` : ""}`,
  };
}

function reasonOf(status) {
  const known = REASONS.find(([statuses]) => statuses.includes(status));
  return known ? known[1] : status >= 500 ? BROKEN : REFUSED;
}

/** The sentence of a problem document (RFC 9457); anything else as it came. */
function detail(body) {
  const text = typeof body === "string" ? body.trim() : "";
  try {
    return String(JSON.parse(text).detail ?? text).slice(0, LONGEST_BODY);
  } catch {
    return text.slice(0, LONGEST_BODY);
  }
}
