/** A delay of up to this much is the network's; more means that one of the clocks was set. */
const TOLERATED_DELAY = 1_000;

/**
 * The server's time as far as the page can know it. The wall clock of the screen's own machine plays no part: only a
 * monotonic clock carries the time on from the last `serverTime`.
 */
export class ServerClock {
  private offset: number | null = null;

  /** @param monotonic milliseconds from any origin, never set back, such as `performance.now` */
  constructor(private readonly monotonic: () => number) {}

  /** Takes in a `serverTime` that arrived just now. */
  heard(serverTime: number): void {
    const offset = serverTime - this.monotonic();
    const onlyDelayed = this.offset !== null && offset <= this.offset && this.offset - offset <= TOLERATED_DELAY;
    if (!onlyDelayed) {
      this.offset = offset;
    }
  }

  /** The server's time now in epoch milliseconds; 0 as long as the server was never heard. */
  now(): number {
    return this.offset === null ? 0 : this.monotonic() + this.offset;
  }
}
