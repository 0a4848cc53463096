import type { Bilingual, Button } from './person';
import { endTime, minutesSince } from './times';
import { notPressedYet, pressedAgo, pressesMissing } from './words';

/** At this charge and below a button is to get a new battery. */
const LOW = 0.25;

/** What is said about one button. */
export interface ButtonWords {
  readonly battery: { readonly percent: string; readonly level: number; readonly low: boolean } | null;
  readonly press: Bilingual;
  /** When it was tried last. */
  readonly test: string | null;
  readonly gaps: Bilingual | null;
  /** Somebody should look after it. */
  readonly worrying: boolean;
}

/** @param now the server's time in epoch milliseconds */
export function describe(button: Button, now: number): ButtonWords {
  const { battery, lastPress, lastTest, gaps } = button;
  const low = battery !== null && battery <= LOW;
  return {
    battery: battery === null ? null : { percent: `${Math.round(battery * 100)}%`, level: battery, low },
    press: lastPress === null ? notPressedYet : pressedAgo(minutesSince(lastPress, now)),
    test: lastTest === null ? null : endTime(lastTest, now),
    gaps: gaps === 0 ? null : pressesMissing(gaps),
    worrying: low || gaps > 0,
  };
}

export function buttonsOf(buttons: readonly Button[], person: string): readonly Button[] {
  return buttons.filter((button) => button.person === person);
}
