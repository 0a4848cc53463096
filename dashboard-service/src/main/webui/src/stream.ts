import type { Button, Heartbeat, Person, Snapshot } from './person';
import { readButton, readHeartbeat, readPerson, readSnapshot } from './wire';

/** More than two heartbeats of the server (every 5 s) are missing. */
const SILENCE = 12_000;
const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 10_000;
const JITTER = 1_000;

/** The part of `EventSource` that is used here. */
export interface Source {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface StreamListener {
  snapshot(snapshot: Snapshot): void;
  person(person: Person): void;
  button(button: Button): void;
  heartbeat(heartbeat: Heartbeat): void;
  disconnected(): void;
}

export interface StreamPorts {
  open(url: string): Source;
  /** From 0 (inclusive) to 1 (exclusive). */
  random(): number;
}

const browserPorts: StreamPorts = {
  open: (url) => new EventSource(url),
  random: () => Math.random(),
};

/**
 * The server's events, for as long as the page lives. The browser repairs a broken connection by itself, but gives up
 * for good on an HTTP error and never notices a connection that has merely gone silent: both are repaired here.
 */
export class BoardStream {
  private source: Source | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(
    private readonly listener: StreamListener,
    private readonly ports: StreamPorts = browserPorts,
    private readonly url = 'api/stream',
  ) {}

  start(): void {
    const source = this.ports.open(this.url);
    this.source = source;
    this.on(source, 'snapshot', (data) => {
      const snapshot = readSnapshot(data);
      this.failures = 0;
      this.watch();
      this.listener.snapshot(snapshot);
    });
    this.on(source, 'person', (data) => this.listener.person(readPerson(data)));
    this.on(source, 'button', (data) => this.listener.button(readButton(data)));
    this.on(source, 'heartbeat', (data) => {
      const heartbeat = readHeartbeat(data);
      this.watch();
      this.listener.heartbeat(heartbeat);
    });
    source.addEventListener('error', () => {
      if (this.source === source) {
        this.failed(source);
      }
    });
    this.watch();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  /** Events of a source that was given up are not heard any more. */
  private on(source: Source, type: string, take: (data: string) => void): void {
    source.addEventListener(type, (event) => {
      if (this.source !== source) {
        return;
      }
      try {
        take(event.data);
      } catch (error) {
        // What cannot be understood may hold a change, so the board no longer knows: begin again with a snapshot.
        console.warn(`Reconnecting after an unreadable ${type} event`, error);
        this.reopenLater();
      }
    });
  }

  private failed(source: Source): void {
    if (source.readyState === 2) {
      this.reopenLater();
      return;
    }
    this.watch();
    this.listener.disconnected();
  }

  private watch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.reopenLater(), SILENCE);
  }

  private reopenLater(): void {
    this.stop();
    const delay = Math.min(FIRST_DELAY * 2 ** this.failures, LONGEST_DELAY) + this.ports.random() * JITTER;
    this.failures += 1;
    this.timer = setTimeout(() => this.start(), delay);
    this.listener.disconnected();
  }
}
