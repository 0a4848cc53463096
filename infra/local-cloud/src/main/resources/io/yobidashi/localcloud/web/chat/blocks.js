// Block Kit as plain records: what is known is read, all else becomes {kind: "unknown"}.
// Shapes: docs.slack.dev/reference/block-kit. Buttons are the only interactive element here.

import { mrkdwn, plainText } from "./mrkdwn.js";

const UNKNOWN = (what) => ({ kind: "unknown", type: typeof what?.type === "string" ? what.type : "?" });

const READERS = { section, header, context, actions, image, divider: () => ({ kind: "divider" }) };

/** @param blocks of a message, may be anything */
export function readBlocks(blocks) {
  return (Array.isArray(blocks) ? blocks : []).map((block) => {
    const reader = Object.hasOwn(READERS, block?.type) ? READERS[block.type] : UNKNOWN;
    return reader(block) ?? UNKNOWN(block);
  });
}

function section(block) {
  const text = richText(block.text);
  const fields = list(block.fields).map(richText).filter(Boolean);
  const accessory = block.accessory === undefined ? undefined : element(block.accessory);
  return text || fields.length > 0 ? { kind: "section", text, fields, accessory } : undefined;
}

function header(block) {
  const text = richText(block.text);
  return text && { kind: "header", text };
}

function context(block) {
  const elements = list(block.elements).map((part) => {
    const text = richText(part);
    return text ? { kind: "text", text } : element(part);
  });
  return elements.length > 0 ? { kind: "context", elements } : undefined;
}

function actions(block) {
  const elements = list(block.elements).map(element);
  return elements.length > 0 ? { kind: "actions", elements } : undefined;
}

/** Pictures from elsewhere are not loaded, only linked. */
function image(block) {
  const url = block.image_url;
  const label = [block.title?.text, block.alt_text, url].find((text) => typeof text === "string" && text !== "");
  return webAddress(url) ? { kind: "image", url, label } : undefined;
}

function element(part) {
  const readers = { button, image };
  const reader = Object.hasOwn(readers, part?.type) ? readers[part.type] : UNKNOWN;
  return reader(part) ?? UNKNOWN(part);
}

function button(part) {
  const label = richText(part.text);
  return (
    label && {
      kind: "button",
      label,
      action: typeof part.action_id === "string" ? part.action_id : undefined,
      style: ["primary", "danger"].includes(part.style) ? part.style : undefined,
      url: webAddress(part.url) ? part.url : undefined,
    }
  );
}

/** Tokens of a text object; undefined if it is none. */
function richText(object) {
  if (typeof object?.text !== "string" || object.text === "") {
    return undefined;
  }
  const readers = { mrkdwn, plain_text: plainText };
  return Object.hasOwn(readers, object.type) ? readers[object.type](object.text) : undefined;
}

const list = (value) => (Array.isArray(value) ? value : []);
const webAddress = (value) => typeof value === "string" && /^https?:\/\//i.test(value);
