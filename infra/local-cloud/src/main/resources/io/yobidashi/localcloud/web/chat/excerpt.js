// The part of a long list that is on the page: its end, or a stretch further up. Keeps the page small.

export const SHOWN = 200;
export const STEP = 100;

/**
 * @param items each with the time `at`, oldest first
 * @param last time of the last one shown; undefined follows the end
 */
export function excerpt(items, last) {
  const end = endIndex(items, last);
  const start = Math.max(0, end - SHOWN);
  return { items: items.slice(start, end), earlier: start, later: items.length - end };
}

/** The `last` for a look further back. */
export function back(items, last) {
  const end = endIndex(items, last);
  return end > SHOWN ? items[Math.max(SHOWN, end - STEP) - 1].at : last;
}

/** The `last` for a look further on; undefined when that reaches the end. */
export function onward(items, last) {
  const end = endIndex(items, last) + STEP;
  return end >= items.length ? undefined : items[end - 1].at;
}

/** Counts what is not younger than `last`, so that it holds when that very item is deleted. */
function endIndex(items, last) {
  const younger = last === undefined ? -1 : items.findIndex((item) => item.at > last);
  return younger === -1 ? items.length : younger;
}
