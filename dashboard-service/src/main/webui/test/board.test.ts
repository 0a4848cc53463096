import { describe, expect, it } from 'vitest';
import { emptyBoard, isStale, openCalls, reduce, type Board, type BoardEvent } from '../src/board';
import type { Person } from '../src/person';
import { calling, heartbeat, running, sato, snapshot, start, tanaka } from './people';

const disconnected: BoardEvent = { type: 'disconnected' };
const snap = (people: Person[], changes = {}): BoardEvent => ({
  type: 'snapshot',
  snapshot: snapshot(people, changes),
});
const change = (person: Person, at = start): BoardEvent => ({ type: 'person', person, at });
const beat = (changes = {}): BoardEvent => ({ type: 'heartbeat', heartbeat: heartbeat(changes) });

function after(...events: BoardEvent[]): Board {
  return events.reduce(reduce, emptyBoard);
}

function seen(board: Board): string[] {
  return board.rows.map(({ person }) => `${person.id} ${person.state} ${person.version}`);
}

describe('the rows', () => {
  it.each<[string, BoardEvent[], string[]]>([
    ['are none before a snapshot', [beat()], []],
    ['stand in the order of the snapshot', [snap([tanaka(), sato()])], ['tanaka idle 1', 'sato idle 1']],
    ['take a higher version', [snap([sato()]), change(calling())], ['sato calling 5']],
    ['ignore an equal version', [snap([calling()]), change(sato({ version: 5 }))], ['sato calling 5']],
    ['ignore a lower version', [snap([calling()]), change(sato({ version: 4 }))], ['sato calling 5']],
    [
      'take the first version of somebody without a shadow',
      [snap([sato({ version: 0 })]), change(sato())],
      ['sato idle 1'],
    ],
    [
      'keep their places when one changes',
      [snap([sato(), tanaka()]), change(calling())],
      ['sato calling 5', 'tanaka idle 1'],
    ],
    ['take in somebody new at the end', [snap([sato()]), change(tanaka())], ['sato idle 1', 'tanaka idle 1']],
    ['lose who is not in the next snapshot', [snap([sato(), tanaka()]), snap([tanaka()])], ['tanaka idle 1']],
    ['take a snapshot whole, even if lower', [snap([calling()]), disconnected, snap([sato()])], ['sato idle 1']],
    ['stay when the connection is lost', [snap([calling()]), disconnected], ['sato calling 5']],
    [
      'stay when the server no longer hears of changes',
      [snap([calling()]), beat({ cloud: 'down' })],
      ['sato calling 5'],
    ],
  ])('%s', (_, events, expected) => {
    expect(seen(after(...events))).toEqual(expected);
  });

  it('are the same objects where nothing changed', () => {
    const before = after(snap([sato(), tanaka()]));
    const now = reduce(before, change(calling()));
    expect(now.rows[0]).not.toBe(before.rows[0]);
    expect(now.rows[1]).toBe(before.rows[1]);
  });

  it('never go back however the changes of one connection are ordered', () => {
    const versions = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
    let board = after(snap([sato({ version: 2 })]));
    let highest = 2;
    for (const version of versions) {
      board = reduce(board, change(sato({ version })));
      highest = Math.max(highest, version);
      expect(seen(board)).toEqual([`sato idle ${highest}`]);
    }
  });
});

describe('the link', () => {
  it.each<[string, BoardEvent[], Board['link'], boolean]>([
    ['connects at first and claims nothing', [], 'connecting', false],
    ['still connects when it fails before the first snapshot', [disconnected], 'connecting', false],
    ['still connects when only a change came', [change(sato())], 'connecting', false],
    ['lives from the first snapshot', [snap([sato()])], 'live', false],
    ['is stale when lost', [snap([sato()]), disconnected], 'lost', true],
    [
      'is stale until the next snapshot, whatever else comes',
      [snap([sato()]), disconnected, beat(), change(calling())],
      'lost',
      true,
    ],
    ['lives again from the next snapshot', [snap([sato()]), disconnected, snap([sato()])], 'live', false],
    ['is stale while the server hears nothing', [snap([sato()]), beat({ cloud: 'down' })], 'live', true],
    ['is fresh when the server hears again', [snap([sato()]), beat({ cloud: 'down' }), beat()], 'live', false],
    [
      'is fresh at once by the snapshot of the return',
      [snap([sato()]), beat({ cloud: 'down' }), snap([sato()])],
      'live',
      false,
    ],
    [
      'stays stale when reconnected to a server that heard nothing',
      [snap([sato()]), beat({ cloud: 'down' }), disconnected, snap([sato()])],
      'live',
      true,
    ],
  ])('%s', (_, events, link, stale) => {
    const board = after(...events);
    expect(board.link).toBe(link);
    expect(isStale(board)).toBe(stale);
  });
});

describe('the instant of the last confirmation', () => {
  it.each<[string, BoardEvent[], number | null]>([
    ['is unknown at first', [], null],
    ['is that of the snapshot', [snap([sato()])], start],
    ['is the one that the server names', [snap([sato()]), beat({ confirmedAt: start + 4_000 })], start + 4_000],
    ['can be unknown to the server too', [snap([sato()]), beat({ cloud: 'down', confirmedAt: null })], null],
    ['moves on with a change', [snap([sato()]), change(calling(), start + 700)], start + 700],
    [
      'stands still while the server hears nothing',
      [snap([sato()]), beat({ cloud: 'down', confirmedAt: start }), change(calling(), start + 700)],
      start,
    ],
    [
      'stands still while the link is lost',
      [snap([sato()]), disconnected, beat({ confirmedAt: start + 9_000 })],
      start,
    ],
    [
      'is not made younger by a reconnection to a server that hears nothing',
      [
        snap([sato()]),
        beat({ cloud: 'down', confirmedAt: start }),
        disconnected,
        snap([sato()], { serverTime: start + 60_000 }),
      ],
      start,
    ],
  ])('%s', (_, events, expected) => {
    expect(after(...events).confirmedAt).toBe(expected);
  });
});

describe('the build', () => {
  it.each<[string, BoardEvent[], boolean]>([
    ['is current at first', [snap([])], false],
    ['is current while it stays', [snap([]), beat()], false],
    ['is outdated by a heartbeat', [snap([]), beat({ build: 'b2' })], true],
    ['is outdated by a snapshot', [snap([]), disconnected, snap([], { build: 'b2' })], true],
    ['stays outdated', [snap([]), beat({ build: 'b2' }), beat()], true],
  ])('%s', (_, events, outdated) => {
    expect(after(...events).outdated).toBe(outdated);
  });
});

describe('the instant since which Slack is owed a mention', () => {
  const owed = calling({ told: false });
  it.each<[string, BoardEvent[], number | null]>([
    ['is none when all were told', [snap([calling()])], null],
    ['begins with the call', [snap([sato()]), change(owed, start + 50)], start + 50],
    ['goes on over the versions of one call', [snap([owed]), change({ ...owed, version: 6 }, start + 900)], start],
    ['goes on over a reconnection', [snap([owed]), disconnected, snap([owed], { serverTime: start + 9_000 })], start],
    ['ends when told', [snap([owed]), change(calling({ version: 6 }), start + 900)], null],
    [
      'begins anew with the next mention',
      [snap([calling()]), change({ ...owed, version: 6 }, start + 30_000)],
      start + 30_000,
    ],
    [
      'begins anew with another call',
      [snap([owed]), change({ ...owed, call: '01B', version: 9 }, start + 8_000)],
      start + 8_000,
    ],
  ])('%s', (_, events, expected) => {
    expect(after(...events).rows[0]?.untoldSince).toBe(expected);
  });
});

it('counts calls that are open, answered or not', () => {
  const dnd = tanaka({ id: 'ito', state: 'dnd' });
  expect(openCalls(after(snap([calling(), running({ id: 'tanaka' }), dnd, sato({ id: 'x' })])))).toBe(2);
});
