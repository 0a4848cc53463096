import type { Board } from './board';
import type { Bilingual, Person } from './person';
import { stateWords } from './words';

/** What a screen reader is to say. */
export interface Announcement {
  /** Names the change: another change of the same person is another announcement. */
  readonly key: string;
  /** A new call interrupts; all else waits its turn. */
  readonly urgent: boolean;
  readonly text: Bilingual;
}

/** What became different for somebody between two boards; nothing when the board is shown for the first time. */
export function announcements(before: Board, after: Board): Announcement[] {
  if (before.link === 'connecting' || before.rows === after.rows) {
    return [];
  }
  const held = new Map(before.rows.map(({ person }) => [person.id, person]));
  return after.rows
    .map(({ person }) => person)
    .filter((person) => isNews(held.get(person.id), person))
    .map((person) => ({
      key: `${person.id} ${person.version}`,
      urgent: person.state === 'calling' && held.get(person.id)?.call !== person.call,
      text: sentence(person),
    }));
}

function isNews(before: Person | undefined, after: Person): boolean {
  return before === undefined || before.state !== after.state || before.call !== after.call || before.by !== after.by;
}

function sentence({ name, state, place, note }: Person): Bilingual {
  const word = stateWords[state];
  const where = state === 'calling' ? place : null;
  const what = state === 'running' ? note : null;
  const said = (parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ');
  return {
    ja: said([name.ja, where?.ja, word.ja, what]),
    en: said([name.en, where?.en, word.en, what]),
  };
}
