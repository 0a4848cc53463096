import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp, nextTick, type App as VueApp } from 'vue';
import App from '../src/App.vue';
import type { Person } from '../src/person';
import { FakeSource } from './fakeSource';
import { calling, heartbeat, reception, running, sato, snapshot, start, tanaka } from './people';

let app: VueApp;
let page: HTMLElement;
let source: FakeSource;
const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal('EventSource', function (url: string) {
    source = new FakeSource(url);
    return source;
  });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('nobody there')));
  reload.mockClear();
  vi.spyOn(location, 'reload').mockImplementation(reload);
  page = document.createElement('div');
  document.body.append(page);
  app = createApp(App);
  app.mount(page);
});

afterEach(() => {
  app.unmount();
  page.remove();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function show(...people: Person[]): Promise<string> {
  source.send('snapshot', snapshot(people));
  await nextTick();
  return text();
}

async function later(milliseconds: number): Promise<string> {
  vi.advanceTimersByTime(milliseconds);
  await nextTick();
  return text();
}

/** What is written in an element, piece by piece. */
function text(selector = '.board'): string {
  return pieces(page.querySelector(selector)).join(' ');
}

function pieces(node: Node | null): string[] {
  if (node === null || node.nodeType === Node.TEXT_NODE) {
    return [node?.textContent?.trim() ?? ''].filter(Boolean);
  }
  return [...node.childNodes].flatMap(pieces);
}

function rows(): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('.row')];
}

it('says that it connects, and shows nobody, before it knows anything', () => {
  expect(text()).toContain('接続中… Connecting…');
  expect(rows()).toHaveLength(0);
  expect(document.title).toBe('(?) 呼び出し');
});

it.each<[string, Person, string]>([
  ['idle', sato(), '呼び出しOK! Ready to call'],
  ['calling', calling(), '呼び出し中... Calling...'],
  ['running', running(), '現場急行中! On the way!'],
  ['dnd', sato({ state: 'dnd' }), '呼び出し不可 Do not disturb'],
])('words %s in both languages, each marked as such', async (_, person, words) => {
  expect(await show(person)).toContain('佐藤 Sato');
  expect(text('.word')).toBe(words);
  expect(page.querySelector('.word .ja')?.getAttribute('lang')).toBe('ja');
  expect(page.querySelector('.word .en')?.getAttribute('lang')).toBe('en');
});

it('tells a call: place, time since the press, repeats, who was asked, who waits', async () => {
  const shown = await show(calling({ presses: 3, asked: ['sato', 'tanaka'], waiting: ['G030'] }), tanaka());
  expect(shown).toContain('受付 Reception');
  expect(shown).toContain('×3');
  expect(shown).toContain('呼び出し先 Asked 佐藤 Sato → 田中 Tanaka');
  expect(shown).toContain('ほか1か所が待っています 1 more booth is waiting');
  expect(text('.time')).toBe('0:00');
  await later(8_000);
  expect(text('.time')).toBe('0:08');
});

it('tells that the group was asked', async () => {
  expect(await show(calling({ group: true }))).toContain('呼び出し先 Asked 全員 everyone');
});

it('keeps quiet about what goes without saying', async () => {
  const shown = await show(calling());
  expect(shown).not.toContain('×');
  expect(shown).not.toContain('Asked');
  expect(shown).not.toContain('waiting');
});

it('admits after five seconds that nobody was told', async () => {
  expect(await show(calling({ told: false }))).not.toContain('Not told yet');
  expect(await later(5_000)).not.toContain('Not told yet');
  expect(await later(1_000)).toContain('まだ伝わっていません Not told yet');
  source.send('person', calling({ version: 6 }));
  expect(await later(0)).not.toContain('Not told yet');
});

it('tells at once that Slack refuses, with its word', async () => {
  const shown = await show(calling({ told: false, trouble: 'is_archived' }));
  expect(shown).toContain('Slack で呼び出せません（is_archived） Slack refuses the call (is_archived)');
  expect(shown).not.toContain('Not told yet');
  expect(page.querySelector('.refused')).not.toBeNull();
  source.send('person', calling({ version: 6 }));
  expect(await later(0)).not.toContain('refuses');
});

it('tells who else is coming, with note and countdown', async () => {
  const shown = await show(running({ by: 'tanaka', note: '3 min', eta: start + 180_000 }), tanaka());
  expect(shown).toContain('田中が向かっています Tanaka is coming');
  expect(shown).toContain('3 min');
  expect(text('.time')).toBe('3:00');
  await later(9_000);
  expect(text('.time')).toBe('2:51');
});

it('does not count below zero when somebody is late', async () => {
  expect(await show(running({ eta: start - 1 }))).toContain('まもなく any moment');
});

it('tells the end, the reason, the stand-in and the missed calls of dnd', async () => {
  const until = new Date(start).setHours(23, 59, 0, 0);
  const dnd = { until, standIn: 'tanaka', reason: 'lunch' };
  const shown = await show(sato({ state: 'dnd', dnd, missed: 2 }), tanaka());
  expect(shown).toContain('23:59 まで until 23:59');
  expect(shown).toContain('lunch');
  expect(shown).toContain('代理 Stand-in 田中 Tanaka');
  expect(shown).toContain('2 missed calls');
});

it('remembers the last call for an hour', async () => {
  const last = { id: '01Z', outcome: 'unanswered', by: null, at: start - 120_000 } as const;
  expect(await show(sato({ last }))).toContain('前回 2分前 応答なし Unanswered 2 min ago');
  expect(await show(sato({ last: { ...last, at: start - 3_600_000 } }))).not.toContain('Unanswered');
});

it('shows names and notes as text, whatever they hold', async () => {
  const shown = await show(
    running({ name: { ja: '<i>佐</i>', en: '<b>S</b>' }, note: '<img src=x onerror=alert(1)>' }),
  );
  expect(shown).toContain('<i>佐</i> <b>S</b>');
  expect(shown).toContain('<img src=x onerror=alert(1)>');
  expect(page.querySelector('img, i, b')).toBeNull();
});

it('tells below a person how the buttons are, and says nothing of it aloud', async () => {
  const lastTest = new Date(start).setHours(10, 32, 0, 0);
  source.send('snapshot', snapshot([sato(), tanaka()], { buttons: [reception({ lastTest })] }));
  await nextTick();
  expect(text('.buttons')).toContain('受付 Reception 75% 押下 3分前 pressed 3 min ago テスト Test 10:32');
  expect(page.querySelectorAll('.buttons')).toHaveLength(1);
  const line = page.querySelector('.button');
  expect(line?.classList.contains('fine')).toBe(true);

  source.send('button', reception({ lastTest, battery: 0.25, gaps: 2 }));
  await nextTick();
  expect(text('.buttons')).toContain('電池残りわずか Low battery 25%');
  expect(text('.buttons')).toContain('届かなかった押下 2回 2 presses never came');
  expect(page.querySelector('.button')).toBe(line);
  expect(line?.classList.contains('fine')).toBe(false);
  expect(text('[aria-live=assertive]') + text('[aria-live=polite]')).toBe('');
});

it('counts open calls in the title, and none at zero', async () => {
  await show(calling(), running({ id: 'tanaka' }));
  expect(document.title).toBe('(2) 呼び出し');
  await show(sato());
  expect(document.title).toBe('呼び出し');
});

it('changes the row in place', async () => {
  await show(sato(), tanaka());
  const before = rows();
  source.send('person', calling());
  await nextTick();
  expect(rows()).toEqual(before);
  expect(before[0]?.classList.contains('calling')).toBe(true);
});

it('marks what it shows as old, and lets its time stand still, when the connection is lost', async () => {
  await show(calling());
  source.breakOff();
  const shown = await later(4_000);
  const asOf = new Date(start).toTimeString().slice(0, 8);
  expect(shown).toContain(`接続が切れています。表示は ${asOf} 時点です Connection lost. Shown as of ${asOf}`);
  expect(page.querySelector('.board')?.classList.contains('stale')).toBe(true);
  expect(text('.time')).toBe('0:00');
  expect(document.title).toBe('(?) 呼び出し');
  await show(calling());
  expect(text()).not.toContain('Connection lost');
});

it('marks what it shows as old when the server hears nothing itself', async () => {
  await show(calling());
  source.send('heartbeat', heartbeat({ cloud: 'down', confirmedAt: start - 60_000 }));
  const asOf = new Date(start - 60_000).toTimeString().slice(0, 8);
  expect(await later(0)).toContain(`Shown as of ${asOf}`);
});

it('says a new call at once and the answer in its turn', async () => {
  await show(sato());
  source.send('person', calling());
  await nextTick();
  expect(text('[aria-live=assertive]')).toContain('佐藤 受付 呼び出し中...');
  source.send('person', running());
  await nextTick();
  expect(text('[aria-live=assertive]')).toBe('');
  expect(text('[aria-live=polite]')).toContain('佐藤 現場急行中!');
});

it('reloads once when the server runs another build', async () => {
  await show(sato());
  source.send('heartbeat', heartbeat());
  expect(reload).not.toHaveBeenCalled();
  source.send('heartbeat', heartbeat({ build: 'b2' }));
  source.send('heartbeat', heartbeat({ build: 'b2' }));
  expect(reload).toHaveBeenCalledTimes(1);
});

it('says that it needs a token where it is refused without one', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 401 }));
  source.refuse();
  await vi.waitFor(() => expect(text()).toContain('トークンが必要です This board needs a token'));
  expect(page.querySelector('[role=alert]')).not.toBeNull();
});

it('shows names, places and notes as text, whatever they look like', async () => {
  const evil = '<img src=x onerror="alert(1)">';
  const name = { ja: evil, en: evil };
  await show({ ...running(), name, place: name, note: evil });
  expect(page.querySelector('img')).toBeNull();
  expect(page.textContent).toContain(evil);
});
