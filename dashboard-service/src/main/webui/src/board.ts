import type { Button, Heartbeat, Person, Snapshot } from './person';

/** One line of the board: a person, and since when Slack is owed a mention without a break. */
export interface Row {
  readonly person: Person;
  readonly untoldSince: number | null;
}

export interface Board {
  /** `connecting` until the first snapshot: nothing is known, so nothing is shown. */
  readonly link: 'connecting' | 'live' | 'lost';
  /** Whether the server itself hears of changes. */
  readonly cloud: 'up' | 'down';
  /** In the order of the snapshot. */
  readonly rows: readonly Row[];
  /** Of everybody, in the order of the snapshot. */
  readonly buttons: readonly Button[];
  /** The last instant, on the server's clock, at which the rows were known to be true. */
  readonly confirmedAt: number | null;
  /** The first build that the server named. */
  readonly build: string | null;
  /** The server has named another build since, so this page may be too old for it. */
  readonly outdated: boolean;
}

export type BoardEvent =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'person'; readonly person: Person; readonly at: number }
  | { readonly type: 'button'; readonly button: Button }
  | { readonly type: 'heartbeat'; readonly heartbeat: Heartbeat }
  | { readonly type: 'disconnected' };

export const emptyBoard: Board = {
  link: 'connecting',
  cloud: 'up',
  rows: [],
  buttons: [],
  confirmedAt: null,
  build: null,
  outdated: false,
};

/** The only place where the board changes. Total and pure. */
export function reduce(board: Board, event: BoardEvent): Board {
  switch (event.type) {
    case 'snapshot':
      return replaced(board, event.snapshot);
    case 'person':
      return merged(board, event.person, event.at);
    case 'button':
      return { ...board, buttons: withButton(board.buttons, event.button) };
    case 'heartbeat':
      return confirmed(board, event.heartbeat);
    case 'disconnected':
      return board.link === 'live' ? { ...board, link: 'lost' } : board;
  }
}

/** Whether the rows may differ from the truth and must say so. */
export function isStale(board: Board): boolean {
  return board.link === 'lost' || (board.link === 'live' && board.cloud === 'down');
}

/** How many visitors wait for somebody or are being attended to. */
export function openCalls(board: Board): number {
  return board.rows.filter(({ person }) => person.state === 'calling' || person.state === 'running').length;
}

/**
 * A snapshot is the server's whole word and comes in order with the changes, so it also wins where its versions are
 * lower: shadows that were deleted begin anew.
 */
function replaced(board: Board, snapshot: Snapshot): Board {
  // Within a connection another snapshot means that the server hears of changes again; at its start it means nothing.
  const cloud = board.link === 'live' ? 'up' : board.cloud;
  const held = new Map(board.rows.map((row) => [row.person.id, row]));
  return {
    ...named(board, snapshot.build),
    link: 'live',
    cloud,
    buttons: snapshot.buttons,
    rows: snapshot.people.map((person) => rowOf(person, held.get(person.id), snapshot.serverTime)),
    confirmedAt: cloud === 'up' ? snapshot.serverTime : (board.confirmedAt ?? snapshot.serverTime),
  };
}

/** The server tells them in order, so the newest word counts, and nothing moves. */
function withButton(buttons: readonly Button[], told: Button): readonly Button[] {
  const same = (held: Button) => held.person === told.person && held.button === told.button;
  return buttons.some(same) ? buttons.map((held) => (same(held) ? told : held)) : [...buttons, told];
}

function merged(board: Board, person: Person, at: number): Board {
  const held = board.rows.find((row) => row.person.id === person.id);
  if (held !== undefined && person.version <= held.person.version) {
    return board;
  }
  const row = rowOf(person, held, at);
  const live = board.link === 'live' && board.cloud === 'up';
  return {
    ...board,
    rows: held === undefined ? [...board.rows, row] : board.rows.map((other) => (other === held ? row : other)),
    confirmedAt: live ? Math.max(board.confirmedAt ?? at, at) : board.confirmedAt,
  };
}

/** A heartbeat does not end a lost link: only the snapshot of the new connection does. */
function confirmed(board: Board, heartbeat: Heartbeat): Board {
  const known = named(board, heartbeat.build);
  return board.link === 'live' ? { ...known, cloud: heartbeat.cloud, confirmedAt: heartbeat.confirmedAt } : known;
}

function named(board: Board, build: string): Board {
  const first = board.build ?? build;
  return { ...board, build: first, outdated: board.outdated || build !== first };
}

function rowOf(person: Person, held: Row | undefined, at: number): Row {
  if (person.told) {
    return { person, untoldSince: null };
  }
  const sameCall = held !== undefined && held.person.call === person.call;
  return { person, untoldSince: (sameCall ? held.untoldSince : null) ?? at };
}
