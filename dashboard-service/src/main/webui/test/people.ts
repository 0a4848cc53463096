import type { Button, Heartbeat, Person, Snapshot } from '../src/person';

export const start = 1_763_928_000_000;

const idle: Person = {
  id: 'sato',
  name: { ja: '佐藤', en: 'Sato' },
  state: 'idle',
  since: start,
  until: null,
  call: null,
  button: null,
  place: null,
  pressedAt: null,
  presses: 0,
  waiting: [],
  asked: [],
  group: false,
  told: true,
  trouble: null,
  by: null,
  note: null,
  eta: null,
  dnd: null,
  missed: 0,
  last: null,
  version: 1,
};

export function sato(changes: Partial<Person> = {}): Person {
  return { ...idle, ...changes };
}

export function tanaka(changes: Partial<Person> = {}): Person {
  return { ...idle, id: 'tanaka', name: { ja: '田中', en: 'Tanaka' }, ...changes };
}

export function calling(changes: Partial<Person> = {}): Person {
  return sato({
    state: 'calling',
    call: '01A',
    button: 'G030PM0000000001',
    place: { ja: '受付', en: 'Reception' },
    pressedAt: start,
    presses: 1,
    asked: ['sato'],
    version: 5,
    ...changes,
  });
}

export function running(changes: Partial<Person> = {}): Person {
  return calling({ state: 'running', by: 'sato', version: 6, ...changes });
}

export function reception(changes: Partial<Button> = {}): Button {
  return {
    person: 'sato',
    button: 'G030PM0000000001',
    place: { ja: '受付', en: 'Reception' },
    battery: 0.75,
    lastPress: start - 180_000,
    lastTest: null,
    gaps: 0,
    version: 3,
    ...changes,
  };
}

export function snapshot(people: Person[], changes: Partial<Snapshot> = {}): Snapshot {
  return { serverTime: start, build: 'b1', people, buttons: [], ...changes };
}

export function heartbeat(changes: Partial<Heartbeat> = {}): Heartbeat {
  return { serverTime: start + 5_000, build: 'b1', cloud: 'up', confirmedAt: start + 5_000, ...changes };
}
