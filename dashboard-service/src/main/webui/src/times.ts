const seconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const minutes = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndMinutes = new Intl.DateTimeFormat('ja-JP', {
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `09:05:03`, in the time zone of the screen. */
export function clockTime(instant: number): string {
  return seconds.format(instant);
}

/** `13:30`, with the day in front when it is not the day of `now`. */
export function endTime(instant: number, now: number): string {
  const sameDay = new Date(instant).toDateString() === new Date(now).toDateString();
  return (sameDay ? minutes : dayAndMinutes).format(instant);
}

/** `0:07`, `12:34`, `1:02:03`; never below zero. */
export function duration(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, mins, secs] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60];
  return hours > 0 ? `${hours}:${two(mins)}:${two(secs)}` : `${mins}:${two(secs)}`;
}

/** Whole minutes from `instant` to `now`; never below zero. */
export function minutesSince(instant: number, now: number): number {
  return Math.max(0, Math.floor((now - instant) / 60_000));
}
