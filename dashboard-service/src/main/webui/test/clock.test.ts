import { expect, it } from 'vitest';
import { ServerClock } from '../src/clock';

function clockAt(from: number) {
  const machine = { now: from };
  return { machine, clock: new ServerClock(() => machine.now) };
}

it('knows no time before the server was heard', () => {
  expect(clockAt(77).clock.now()).toBe(0);
});

it('carries the server time on, whatever the machine counts from', () => {
  const { machine, clock } = clockAt(77);
  clock.heard(1_000_000);
  machine.now += 2_500;
  expect(clock.now()).toBe(1_002_500);
});

it('does not jump back for a message that was merely slow', () => {
  const { machine, clock } = clockAt(0);
  clock.heard(1_000_000);
  machine.now += 5_000;
  clock.heard(1_004_600);
  expect(clock.now()).toBe(1_005_000);
});

it('prefers the message that was faster', () => {
  const { machine, clock } = clockAt(0);
  clock.heard(1_000_000);
  machine.now += 5_000;
  clock.heard(1_005_200);
  expect(clock.now()).toBe(1_005_200);
});

it.each([
  ['back', 900_000],
  ['forward', 2_000_000],
])('follows a server clock that was set %s', (_, serverTime) => {
  const { machine, clock } = clockAt(0);
  clock.heard(1_000_000);
  machine.now += 5_000;
  clock.heard(serverTime);
  expect(clock.now()).toBe(serverTime);
});
