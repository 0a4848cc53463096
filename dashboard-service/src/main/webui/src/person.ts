/** What the server sends about one person and about itself. Instants are epoch milliseconds of the server's clock. */

export type State = 'idle' | 'calling' | 'running' | 'dnd';

/** The same words in the two languages of the board. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

export interface DoNotDisturb {
  readonly until: number;
  readonly standIn: string | null;
  readonly reason: string | null;
}

export interface LastCall {
  readonly id: string;
  readonly outcome: 'answered' | 'unanswered' | 'nobody';
  readonly by: string | null;
  readonly at: number;
}

export interface Person {
  readonly id: string;
  readonly name: Bilingual;
  readonly state: State;
  readonly since: number;
  readonly until: number | null;
  readonly call: string | null;
  readonly button: string | null;
  readonly place: Bilingual | null;
  readonly pressedAt: number | null;
  readonly presses: number;
  /** Ids of other buttons of this person that were pressed meanwhile. */
  readonly waiting: readonly string[];
  /** Ids of those who were asked to come, in this order. */
  readonly asked: readonly string[];
  /** True once the whole group was asked. */
  readonly group: boolean;
  /** False while a mention is still owed to Slack. */
  readonly told: boolean;
  /** The word with which Slack refuses the mention; null while it does not. */
  readonly trouble: string | null;
  /** Who is coming, which need not be the person of this row. */
  readonly by: string | null;
  readonly note: string | null;
  readonly eta: number | null;
  readonly dnd: DoNotDisturb | null;
  readonly missed: number;
  readonly last: LastCall | null;
  /** Version of the person's shadow; 0 when there is none yet. */
  readonly version: number;
}

/** How a button is, as far as its presses told; null where nothing is known. */
export interface Button {
  /** Id of the person who is called by it. */
  readonly person: string;
  readonly button: string;
  readonly place: Bilingual;
  /** The charge left, from 0 to 1. */
  readonly battery: number | null;
  /** Tests included. */
  readonly lastPress: number | null;
  readonly lastTest: number | null;
  /** Presses that the button numbered and that never came. */
  readonly gaps: number;
  readonly version: number;
}

export interface Snapshot {
  readonly serverTime: number;
  readonly build: string;
  readonly people: readonly Person[];
  readonly buttons: readonly Button[];
}

export interface Heartbeat {
  readonly serverTime: number;
  readonly build: string;
  readonly cloud: 'up' | 'down';
  /** When the server last knew that what it holds is true; null if it never did. */
  readonly confirmedAt: number | null;
}
