import type { Source } from '../src/stream';

/** A server-sent connection that the test drives; it behaves as a browser's does. */
export class FakeSource implements Source {
  readyState = 0;
  private readonly listeners = new Map<string, ((event: MessageEvent<string>) => void)[]>();

  constructor(readonly url: string) {}

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  close(): void {
    this.readyState = 2;
  }

  send(type: string, data: unknown): void {
    this.sendRaw(type, JSON.stringify(data));
  }

  sendRaw(type: string, data: string): void {
    this.readyState = 1;
    this.dispatch(type, data);
  }

  /** The network broke: the browser tries again by itself. */
  breakOff(): void {
    this.readyState = 0;
    this.dispatch('error', '');
  }

  /** The server answered with an HTTP error: the browser gives up. */
  refuse(): void {
    this.readyState = 2;
    this.dispatch('error', '');
  }

  private dispatch(type: string, data: string): void {
    this.listeners.get(type)?.forEach((listener) => listener({ data } as MessageEvent<string>));
  }
}
