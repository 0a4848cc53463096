import { expect, it } from 'vitest';
import { clockTime, duration, endTime, minutesSince } from '../src/times';

const morning = new Date(2025, 10, 24, 9, 5, 3).getTime();

it.each([
  [-5_000, '0:00'],
  [0, '0:00'],
  [7_999, '0:07'],
  [754_000, '12:34'],
  [3_723_000, '1:02:03'],
])('writes %i ms as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

it('writes the time of day to the second, with 24 hours', () => {
  expect(clockTime(morning)).toBe('09:05:03');
  expect(clockTime(new Date(2025, 10, 24, 0, 0, 0).getTime())).toBe('00:00:00');
});

it('names the day of an end only when it is another', () => {
  expect(endTime(new Date(2025, 10, 24, 13, 30).getTime(), morning)).toBe('13:30');
  expect(endTime(new Date(2025, 10, 25, 0, 30).getTime(), morning)).toBe('11/25 00:30');
});

it('counts whole minutes and none in the future', () => {
  expect(minutesSince(morning - 119_000, morning)).toBe(1);
  expect(minutesSince(morning + 119_000, morning)).toBe(0);
});
