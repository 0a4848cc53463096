import type { Button, Heartbeat, Person, Snapshot } from './person';

/** Reads the JSON of the events; throws when it is not what the contract says, because a guess could be a lie. */

export function readSnapshot(data: string): Snapshot {
  const snapshot = readObject(data);
  check(
    isServerWord(snapshot) && isListOf(snapshot.people, isPerson) && isListOf(snapshot.buttons, isButton),
    'snapshot',
  );
  return snapshot as unknown as Snapshot;
}

export function readPerson(data: string): Person {
  const person = readObject(data);
  check(isPerson(person), 'person');
  return person as unknown as Person;
}

export function readButton(data: string): Button {
  const button = readObject(data);
  check(isButton(button), 'button');
  return button as unknown as Button;
}

export function readHeartbeat(data: string): Heartbeat {
  const heartbeat = readObject(data);
  check(isServerWord(heartbeat) && (heartbeat.cloud === 'up' || heartbeat.cloud === 'down'), 'heartbeat');
  return heartbeat as unknown as Heartbeat;
}

type Fields = Record<string, unknown>;

const states: readonly unknown[] = ['idle', 'calling', 'running', 'dnd'];

function readObject(data: string): Fields {
  const value: unknown = JSON.parse(data);
  check(isObject(value), 'object');
  return value as Fields;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isServerWord(value: Fields): boolean {
  return typeof value.serverTime === 'number' && typeof value.build === 'string';
}

function isListOf(value: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isButton(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.person === 'string' &&
    typeof value.button === 'string' &&
    isObject(value.place) &&
    isNumberOrNull(value.battery) &&
    isNumberOrNull(value.lastPress) &&
    isNumberOrNull(value.lastTest) &&
    typeof value.gaps === 'number'
  );
}

function isNumberOrNull(value: unknown): boolean {
  return value === null || typeof value === 'number';
}

function isPerson(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    isObject(value.name) &&
    states.includes(value.state) &&
    Array.isArray(value.waiting) &&
    Array.isArray(value.asked) &&
    typeof value.version === 'number'
  );
}

function check(condition: boolean, what: string): void {
  if (!condition) {
    throw new TypeError(`not a ${what} as agreed`);
  }
}
