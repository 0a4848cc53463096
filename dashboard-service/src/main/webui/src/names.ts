import type { Bilingual } from './person';

/** The names of everybody on the board, by id. */
export type Names = ReadonlyMap<string, Bilingual>;

/** Somebody who is not on the board is known by the id alone. */
export function nameOf(id: string, names: Names): Bilingual {
  return names.get(id) ?? { ja: id, en: id };
}
