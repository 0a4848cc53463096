import { expect, it } from 'vitest';
import { announcements } from '../src/announcements';
import { emptyBoard, reduce } from '../src/board';
import type { Person } from '../src/person';
import { calling, running, sato, snapshot, tanaka } from './people';

function boardOf(...people: Person[]) {
  return reduce(emptyBoard, { type: 'snapshot', snapshot: snapshot(people) });
}

function said(before: Person, after: Person): string[] {
  return announcements(boardOf(before, tanaka()), boardOf(after, tanaka())).map(
    ({ urgent, text }) => `${urgent ? '!' : ''}${text.ja} / ${text.en}`,
  );
}

it('says nothing when the board is shown for the first time', () => {
  expect(announcements(emptyBoard, boardOf(calling()))).toEqual([]);
});

it.each<[string, Person, Person, string[]]>([
  ['a new call interrupts', sato(), calling(), ['!佐藤 受付 呼び出し中... / Sato Reception Calling...']],
  [
    'another call interrupts again',
    calling(),
    calling({ call: '01B' }),
    ['!佐藤 受付 呼び出し中... / Sato Reception Calling...'],
  ],
  [
    'an answer is told calmly',
    calling(),
    running({ note: '3 min' }),
    ['佐藤 現場急行中! 3 min / Sato On the way! 3 min'],
  ],
  [
    'a call that is open again is told calmly',
    running(),
    calling(),
    ['佐藤 受付 呼び出し中... / Sato Reception Calling...'],
  ],
  ['the end is told calmly', running(), sato(), ['佐藤 呼び出しOK! / Sato Ready to call']],
  ['one more press is not told', calling(), calling({ presses: 2, version: 6 }), []],
])('%s', (_, before, after, expected) => {
  expect(said(before, after)).toEqual(expected);
});
