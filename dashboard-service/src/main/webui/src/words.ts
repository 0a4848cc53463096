import type { Bilingual, LastCall, State } from './person';

/** Every fixed word of the board, in both languages. The four states are worded as the system that came before did. */

export const stateWords: Readonly<Record<State, Bilingual>> = {
  idle: { ja: '呼び出しOK!', en: 'Ready to call' },
  calling: { ja: '呼び出し中...', en: 'Calling...' },
  running: { ja: '現場急行中!', en: 'On the way!' },
  dnd: { ja: '呼び出し不可', en: 'Do not disturb' },
};

export const words = {
  title: { ja: '呼び出し', en: 'Yobidashi' },
  locked: { ja: 'このボードを見るにはトークンが必要です', en: 'This board needs a token' },
  connecting: { ja: '接続中…', en: 'Connecting…' },
  nobodyListed: { ja: '担当者が登録されていません', en: 'Nobody is on the roster' },
  notTold: { ja: 'まだ伝わっていません', en: 'Not told yet' },
  asked: { ja: '呼び出し先', en: 'Asked' },
  everyone: { ja: '全員', en: 'everyone' },
  elapsed: { ja: '経過', en: 'elapsed' },
  remaining: { ja: 'あと', en: 'in' },
  arriving: { ja: 'まもなく', en: 'any moment' },
  standIn: { ja: '代理', en: 'Stand-in' },
  test: { ja: 'テスト', en: 'Test' },
  lowBattery: { ja: '電池残りわずか', en: 'Low battery' },
} satisfies Record<string, Bilingual>;

export function connectionLost(asOf: string | null): Bilingual {
  if (asOf === null) {
    return { ja: '接続が切れています', en: 'Connection lost' };
  }
  return {
    ja: `接続が切れています。表示は ${asOf} 時点です`,
    en: `Connection lost. Shown as of ${asOf}`,
  };
}

/** @param word Slack's own, such as is_archived: it is what an operator looks for */
export function slackRefuses(word: string): Bilingual {
  return { ja: `Slack で呼び出せません（${word}）`, en: `Slack refuses the call (${word})` };
}

export function boothsWaiting(count: number): Bilingual {
  return {
    ja: `ほか${count}か所が待っています`,
    en: `${count} more ${count === 1 ? 'booth is' : 'booths are'} waiting`,
  };
}

export function isComing(name: Bilingual): Bilingual {
  return { ja: `${name.ja}が向かっています`, en: `${name.en} is coming` };
}

export function untilTime(time: string): Bilingual {
  return { ja: `${time} まで`, en: `until ${time}` };
}

export function missedCalls(count: number): Bilingual {
  return { ja: `この間の呼び出し ${count}件`, en: `${count} missed ${count === 1 ? 'call' : 'calls'}` };
}

export const notPressedYet: Bilingual = { ja: 'まだ押されていません', en: 'not pressed yet' };

export function pressedAgo(minutes: number): Bilingual {
  const when = ago(minutes);
  return { ja: `押下 ${when.ja}`, en: `pressed ${when.en}` };
}

export function pressesMissing(count: number): Bilingual {
  return { ja: `届かなかった押下 ${count}回`, en: `${count} ${count === 1 ? 'press' : 'presses'} never came` };
}

/** Coarser the longer ago it was. */
function ago(minutes: number): Bilingual {
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) {
    return { ja: 'たった今', en: 'just now' };
  }
  if (hours < 1) {
    return { ja: `${minutes}分前`, en: `${minutes} min ago` };
  }
  const days = Math.floor(hours / 24);
  return days < 1 ? { ja: `${hours}時間前`, en: `${hours} h ago` } : { ja: `${days}日前`, en: `${days} d ago` };
}

export function lastCall(outcome: LastCall['outcome'], minutes: number): Bilingual {
  const when = ago(minutes);
  switch (outcome) {
    case 'answered':
      return { ja: `前回 ${when.ja} 応答`, en: `Answered ${when.en}` };
    case 'unanswered':
      return { ja: `前回 ${when.ja} 応答なし`, en: `Unanswered ${when.en}` };
    case 'nobody':
      return { ja: `前回 ${when.ja} 全員不在`, en: `Nobody was free ${when.en}` };
  }
}
