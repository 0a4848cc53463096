// Reactions as somebody sees them.

import { emoji } from "./emoji.js";

/** The names in the small picker. */
export const CHOICES = ["white_check_mark", "+1", "x", "eyes", "pray"];

/**
 * One pill for each name that somebody chose.
 *
 * @param reactions `[{name, users}]` of a message, may be undefined
 * @param speaker the Slack user whose own ones are marked
 */
export function pills(reactions, speaker) {
  return (reactions ?? [])
    .map(({ name, users = [] }) => ({ name, users, symbol: emoji(name) ?? `:${name}:`, own: users.includes(speaker) }))
    .filter(({ users }) => users.length > 0);
}

/** How to ask for the other state of one's own reaction. */
export function toggle(reactions, speaker, name) {
  const own = pills(reactions, speaker).some((pill) => pill.name === name && pill.own);
  return own ? "DELETE" : "POST";
}
