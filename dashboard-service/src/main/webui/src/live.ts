import { computed, onScopeDispose, readonly, ref, shallowReadonly, shallowRef } from 'vue';
import { isLocked } from './access';
import { announcements, type Announcement } from './announcements';
import { emptyBoard, isStale, reduce, type BoardEvent } from './board';
import { ServerClock } from './clock';
import { BoardStream } from './stream';

const TICK = 250;

/** The board of the running page: stream, clock and reducer wired together for the life of the calling scope. */
export function useLiveBoard(reload: () => void = () => location.reload()) {
  const board = shallowRef(emptyBoard);
  const news = shallowRef<readonly Announcement[]>([]);
  const clock = new ServerClock(() => performance.now());
  const second = ref(0);
  const locked = ref(false);
  let reloading = false;

  /** An `EventSource` does not tell why it was refused. */
  async function disconnected(): Promise<void> {
    take({ type: 'disconnected' });
    locked.value = await isLocked();
  }

  function take(event: BoardEvent): void {
    const before = board.value;
    board.value = reduce(before, event);
    const said = announcements(before, board.value);
    if (said.length > 0) {
      news.value = said;
    }
    tick();
    // An event proves that the server answers, so the reload cannot end on an error page.
    if (board.value.outdated && !reloading) {
      reloading = true;
      reload();
    }
  }

  function tick(): void {
    second.value = Math.floor(clock.now() / 1_000) * 1_000;
  }

  const stream = new BoardStream({
    snapshot: (snapshot) => {
      locked.value = false;
      clock.heard(snapshot.serverTime);
      take({ type: 'snapshot', snapshot });
    },
    person: (person) => take({ type: 'person', person, at: clock.now() }),
    button: (button) => take({ type: 'button', button }),
    heartbeat: (heartbeat) => {
      clock.heard(heartbeat.serverTime);
      take({ type: 'heartbeat', heartbeat });
    },
    disconnected: () => void disconnected(),
  });
  stream.start();
  const ticking = setInterval(tick, TICK);
  onScopeDispose(() => {
    clearInterval(ticking);
    stream.stop();
  });

  const stale = computed(() => isStale(board.value));
  /** Where time stands for what is shown: a board that knows nothing newer does not count on. */
  const now = computed(() => (stale.value ? (board.value.confirmedAt ?? second.value) : second.value));
  return {
    board: shallowReadonly(board),
    news: shallowReadonly(news),
    stale,
    now: readonly(now),
    locked: readonly(locked),
  };
}
