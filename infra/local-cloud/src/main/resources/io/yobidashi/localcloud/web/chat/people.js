// Who may have written a message, by Slack user.

export const GUEST = "UGUEST";

export class People {
  #known;

  /** @param roster the people of `about` */
  constructor(roster) {
    const listed = roster.map(({ slack, name }) => ({ id: slack, ja: name.ja, en: name.en, bot: false }));
    const guest = { id: GUEST, ja: "ゲスト", en: "Guest", bot: false };
    this.#known = new Map([guest, ...listed].map((person) => [person.id, person]));
    this.roster = listed;
    this.speakers = [...listed, guest];
  }

  /** Somebody for any user id: bots are Yobidashi, strangers are called by their id. */
  get(id) {
    const bot = { id, ja: "呼び出し", en: "Yobidashi", bot: true };
    return this.#known.get(id) ?? (/^B/.test(id) ? bot : { id, ja: id, en: "", bot: false });
  }

  onRoster(id) {
    return this.roster.some((person) => person.id === id);
  }
}
