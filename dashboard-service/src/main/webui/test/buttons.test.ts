import { describe as group, expect, it } from 'vitest';
import { emptyBoard, reduce } from '../src/board';
import { buttonsOf, describe } from '../src/buttons';
import { readButton, readSnapshot } from '../src/wire';
import { reception, sato, snapshot, start } from './people';

const MINUTE = 60_000;

group('what is said about a button', () => {
  it.each<[number | null, string | undefined, boolean]>([
    [null, undefined, false],
    [1, '100%', false],
    [0.5, '50%', false],
    [0.26, '26%', false],
    [0.25, '25%', true],
    [0.05, '5%', true],
    [0, '0%', true],
  ])('has the charge %s as %s, low: %s', (battery, percent, low) => {
    const said = describe(reception({ battery }), start);
    expect(said.battery?.percent).toBe(percent);
    expect(said.battery?.low ?? false).toBe(low);
    expect(said.worrying).toBe(low);
  });

  it.each<[number | null, string, string]>([
    [null, 'まだ押されていません', 'not pressed yet'],
    [start + MINUTE, '押下 たった今', 'pressed just now'],
    [start - 59_999, '押下 たった今', 'pressed just now'],
    [start - MINUTE, '押下 1分前', 'pressed 1 min ago'],
    [start - 59 * MINUTE, '押下 59分前', 'pressed 59 min ago'],
    [start - 60 * MINUTE, '押下 1時間前', 'pressed 1 h ago'],
    [start - 24 * 60 * MINUTE, '押下 1日前', 'pressed 1 d ago'],
    [start - 50 * 60 * MINUTE, '押下 2日前', 'pressed 2 d ago'],
  ])('has the press at %s as %s', (lastPress, ja, en) => {
    expect(describe(reception({ lastPress }), start).press).toEqual({ ja, en });
  });

  it('has the time of the last test, with its day if it was another', () => {
    const noon = new Date(2026, 10, 24, 12, 0).getTime();
    const tested = (day: number) => reception({ lastTest: new Date(2026, 10, day, 10, 32).getTime() });
    expect(describe(tested(24), noon).test).toBe('10:32');
    expect(describe(tested(23), noon).test).toBe('11/23 10:32');
    expect(describe(reception(), noon).test).toBeNull();
  });

  it.each([
    [1, '届かなかった押下 1回', '1 press never came'],
    [3, '届かなかった押下 3回', '3 presses never came'],
  ])('warns of %i gaps', (gaps, ja, en) => {
    const said = describe(reception({ gaps }), start);
    expect(said.gaps).toEqual({ ja, en });
    expect(said.worrying).toBe(true);
    expect(describe(reception(), start).gaps).toBeNull();
  });
});

group('the buttons of the board', () => {
  const other = reception({ button: 'G030PM0000000009', place: { ja: '商談', en: 'Meetings' } });
  const tanakas = reception({ person: 'tanaka', button: 'G030PM0000000003' });
  const shown = reduce(emptyBoard, {
    type: 'snapshot',
    snapshot: snapshot([sato()], { buttons: [reception(), other, tanakas] }),
  });

  it('are those of a person, in the order of the snapshot', () => {
    expect(buttonsOf(shown.buttons, 'sato')).toEqual([reception(), other]);
    expect(buttonsOf(shown.buttons, 'suzuki')).toEqual([]);
  });

  it('change in place, and nothing else changes', () => {
    const changed = reception({ battery: 0.5, version: 4 });
    const after = reduce(shown, { type: 'button', button: changed });
    expect(after.buttons).toEqual([changed, other, tanakas]);
    expect(after.buttons[1]).toBe(other);
    expect(after.rows).toBe(shown.rows);
    expect(after.link).toBe(shown.link);
  });

  it('are joined by a new one, and replaced by the next snapshot', () => {
    const added = reception({ button: 'new' });
    const after = reduce(shown, { type: 'button', button: added });
    expect(after.buttons).toEqual([reception(), other, tanakas, added]);
    expect(reduce(after, { type: 'snapshot', snapshot: snapshot([sato()]) }).buttons).toEqual([]);
  });
});

group('the wire', () => {
  it('is read as agreed', () => {
    expect(readButton(JSON.stringify(reception()))).toEqual(reception());
  });

  it.each(['{}', '[]', JSON.stringify(reception({ battery: 'full' as unknown as number }))])('refuses %s', (data) => {
    expect(() => readButton(data)).toThrow(TypeError);
  });

  it('refuses a snapshot without buttons', () => {
    expect(() => readSnapshot(JSON.stringify({ ...snapshot([sato()]), buttons: undefined }))).toThrow(TypeError);
  });
});
