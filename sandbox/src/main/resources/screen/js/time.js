/** Times as people read them, in this machine's zone. */

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const exactly = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });

export function when(ts) {
  return new Date(Number.parseFloat(ts) * 1000);
}

export const timeOf = (date) => clock.format(date);
export const exact = (date) => exactly.format(date);

export function dayKey(date) {
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

export function dayName(date) {
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (dayKey(date) === dayKey(today)) return 'Today';
  if (dayKey(date) === dayKey(yesterday)) return 'Yesterday';
  return date.getFullYear() === today.getFullYear() ? day.format(date) : dayAndYear.format(date);
}

export function ago(date) {
  const minutes = Math.round((Date.now() - date.getTime()) / 60000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  return dayKey(date) === dayKey(new Date()) ? `today at ${timeOf(date)}` : `${dayName(date)} at ${timeOf(date)}`;
}

const pad = (number) => String(number).padStart(2, '0');

function format(date, options) {
  return new Intl.DateTimeFormat(undefined, options).format(date);
}

function relatively(name) {
  return ['Today', 'Yesterday'].includes(name) ? name.toLowerCase() : null;
}

const DATE_TOKENS = {
  date_num: (date) => dayKeyPadded(date),
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

function dayKeyPadded(date) {
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Slack's date formats: `{date_short} at {time}`. A token it does not know stays as it is written. */
export function slackDate(epochSeconds, pattern) {
  const date = new Date(epochSeconds * 1000);
  return pattern.replace(/\{(\w+)\}/g, (written, token) => DATE_TOKENS[token]?.(date) ?? written);
}
