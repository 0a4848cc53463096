import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardStream } from '../src/stream';
import { FakeSource } from './fakeSource';
import { calling, heartbeat, reception, sato, snapshot } from './people';

let sources: FakeSource[];
let heard: string[];
let stream: BoardStream;

const latest = () => sources[sources.length - 1] as FakeSource;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  sources = [];
  heard = [];
  stream = new BoardStream(
    {
      snapshot: ({ people }) => heard.push(`snapshot of ${people.length}`),
      person: ({ id, version }) => heard.push(`${id} ${version}`),
      button: ({ button, battery }) => heard.push(`${button} ${battery}`),
      heartbeat: ({ cloud }) => heard.push(`heartbeat ${cloud}`),
      disconnected: () => heard.push('disconnected'),
    },
    {
      open: (url) => {
        sources.push(new FakeSource(url));
        return latest();
      },
      random: () => 0.5,
    },
  );
  stream.start();
});

afterEach(() => {
  stream.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('asks for the stream beside the page', () => {
  expect(sources.map(({ url }) => url)).toEqual(['api/stream']);
});

it('passes on what it hears, in order, and lets other events be', () => {
  latest().send('snapshot', snapshot([sato()]));
  latest().send('weather', { sun: true });
  latest().send('button', reception());
  latest().send('person', calling());
  latest().send('heartbeat', heartbeat());
  expect(heard).toEqual(['snapshot of 1', 'G030PM0000000001 0.75', 'sato 5', 'heartbeat up']);
});

describe('a connection that broke', () => {
  it('is left to the browser to repair', () => {
    latest().send('snapshot', snapshot([sato()]));
    latest().breakOff();
    vi.advanceTimersByTime(11_000);
    latest().send('snapshot', snapshot([sato()]));
    expect(sources).toHaveLength(1);
    expect(heard).toEqual(['snapshot of 1', 'disconnected', 'snapshot of 1']);
  });

  it('is opened anew when the browser hangs in its attempt', () => {
    latest().breakOff();
    vi.advanceTimersByTime(12_000 + 1_500);
    expect(sources).toHaveLength(2);
  });
});

describe('a connection that was refused', () => {
  it('is opened again later and later, but at least every ten seconds', () => {
    const waits = [1_500, 2_500, 4_500, 8_500, 10_500, 10_500];
    for (const wait of waits) {
      const before = sources.length;
      latest().refuse();
      vi.advanceTimersByTime(wait - 1);
      expect(sources).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(sources).toHaveLength(before + 1);
    }
  });

  it('is opened again soon once a snapshot came in between', () => {
    latest().refuse();
    vi.advanceTimersByTime(1_500);
    latest().refuse();
    vi.advanceTimersByTime(2_500);
    latest().send('snapshot', snapshot([]));
    latest().refuse();
    vi.advanceTimersByTime(1_500);
    expect(sources).toHaveLength(4);
  });
});

describe('silence', () => {
  it('of less than twelve seconds is nothing', () => {
    latest().send('snapshot', snapshot([]));
    for (let beats = 0; beats < 5; beats += 1) {
      vi.advanceTimersByTime(11_999);
      latest().send('heartbeat', heartbeat());
    }
    expect(heard).not.toContain('disconnected');
    expect(sources).toHaveLength(1);
  });

  it('of twelve seconds counts as disconnected', () => {
    const silent = latest();
    silent.send('snapshot', snapshot([]));
    vi.advanceTimersByTime(12_000);
    expect(heard).toEqual(['snapshot of 0', 'disconnected']);
    expect(silent.readyState).toBe(2);
    vi.advanceTimersByTime(1_500);
    expect(sources).toHaveLength(2);
  });

  it('is not broken by changes alone, for they do not say whether the server hears', () => {
    latest().send('snapshot', snapshot([sato()]));
    vi.advanceTimersByTime(11_000);
    latest().send('person', calling());
    vi.advanceTimersByTime(1_000);
    expect(heard).toEqual(['snapshot of 1', 'sato 5', 'disconnected']);
  });

  it('of a server that accepts and never answers is noticed', () => {
    vi.advanceTimersByTime(12_000 + 1_500);
    expect(sources).toHaveLength(2);
  });
});

it('hears nothing from a connection that it gave up', () => {
  const given = latest();
  vi.advanceTimersByTime(12_000);
  given.send('snapshot', snapshot([sato()]));
  given.refuse();
  expect(heard).toEqual(['disconnected']);
  vi.advanceTimersByTime(1_500);
  expect(sources).toHaveLength(2);
});

it('opens nothing after it was stopped', () => {
  latest().refuse();
  stream.stop();
  vi.advanceTimersByTime(60_000);
  expect(sources).toHaveLength(1);
});

it.each([
  ['snapshot', 'no JSON'],
  ['snapshot', '{"serverTime":1,"build":"b1"}'],
  ['snapshot', '{"serverTime":1,"build":"b1","people":[{"id":"sato"}]}'],
  ['person', 'null'],
  ['person', JSON.stringify({ ...sato(), state: 'asleep' })],
  ['heartbeat', '{"serverTime":1,"build":"b1","cloud":"?"}'],
])('begins anew after a %s event that it cannot read: %s', (type, data) => {
  latest().sendRaw(type, data);
  expect(heard).toEqual(['disconnected']);
  vi.advanceTimersByTime(1_500);
  expect(sources).toHaveLength(2);
});
