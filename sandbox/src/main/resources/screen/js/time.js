/** Times as people read them, in the zone of whoever one is: what they type as “at 10:14” is read back as 10:14. */

const DAY_MS = 24 * 60 * 60 * 1000;
let zone;

export function readTimesIn(timeZone) {
  zone = timeZone;
}

export function when(ts) {
  return new Date(Number.parseFloat(ts) * 1000);
}

export const timeOf = (date) => format(date, { hour: '2-digit', minute: '2-digit' });
export const exact = (date) => format(date, { dateStyle: 'full', timeStyle: 'long' });

/** `2026-01-31` */
export function dayKey(date) {
  const part = Object.fromEntries(formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(date).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

export function dayName(date) {
  const [key, today] = [dayKey(date), dayKey(new Date())];
  if (key === today) return 'Today';
  if (key === dayBefore(today)) return 'Yesterday';
  const sameYear = key.slice(0, 4) === today.slice(0, 4);
  return format(date, sameYear ? { weekday: 'long', day: 'numeric', month: 'long' } : { day: 'numeric', month: 'long', year: 'numeric' });
}

function dayBefore(key) {
  return new Date(new Date(`${key}T12:00:00Z`).getTime() - DAY_MS).toISOString().slice(0, 10);
}

export function ago(date) {
  const minutes = Math.round((Date.now() - date.getTime()) / 60000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  return dayKey(date) === dayKey(new Date()) ? `today at ${timeOf(date)}` : `${dayName(date)} at ${timeOf(date)}`;
}

function format(date, options) {
  return formatter(undefined, options).format(date);
}

const formatters = new Map();

/** Making one is slow, so each is made once. */
function formatter(locale, options) {
  const key = JSON.stringify([locale, zone, options]);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }));
  return formatters.get(key);
}

function relatively(name) {
  return ['Today', 'Yesterday'].includes(name) ? name.toLowerCase() : null;
}

const DATE_TOKENS = {
  date_num: (date) => dayKey(date),
  date: (date) => format(date, { dateStyle: 'long' }),
  date_short: (date) => format(date, { dateStyle: 'medium' }),
  date_long: (date) => format(date, { dateStyle: 'full' }),
  date_pretty: (date) => relatively(dayName(date)) ?? format(date, { dateStyle: 'long' }),
  date_short_pretty: (date) => relatively(dayName(date)) ?? format(date, { dateStyle: 'medium' }),
  date_long_pretty: (date) => relatively(dayName(date)) ?? format(date, { dateStyle: 'full' }),
  time: (date) => timeOf(date),
  time_secs: (date) => format(date, { timeStyle: 'medium' }),
  ago: (date) => ago(date),
  day_divider_pretty: (date) => dayName(date),
};

/** Slack's date formats: `{date_short} at {time}`. A token it does not know stays as it is written. */
export function slackDate(epochSeconds, pattern) {
  const date = new Date(epochSeconds * 1000);
  return pattern.replace(/\{(\w+)\}/g, (written, token) => DATE_TOKENS[token]?.(date) ?? written);
}
