/** Where this window is: who, in which place, which thread. The address bar remembers it, so two windows can be two people. */

const HOME = 'app-home';

export const session = {
  as: null,
  place: null,
  thread: null,
  editing: null,
  show: null,
};

const listeners = new Set();

export function onMove(listener) {
  listeners.add(listener);
}

function read() {
  const query = new URLSearchParams(location.search);
  session.as = query.get('as') || remembered('person') || 'alice';
  session.place = query.get('in') || 'general';
  session.thread = query.get('thread');
  session.editing = null;
}

/** Goes somewhere; what is not named stays, except that a thread belongs to its place and its person. */
export function go({ as = session.as, place = session.place, thread = null, quietly = false }) {
  const query = new URLSearchParams({ as, in: place });
  if (thread) query.set('thread', thread);
  history[quietly ? 'replaceState' : 'pushState'](null, '', `/?${query}`);
  remember('person', as);
  moved();
}

function moved() {
  const before = { ...session };
  read();
  listeners.forEach((listener) => listener(before));
}

export function goHome() {
  go({ place: HOME });
}

export function atHome() {
  return session.place === HOME;
}

export function startSession() {
  const link = location.pathname.match(/^\/archives\/([^/]+)(?:\/p(\d+)(\d{6}))?/);
  read();
  if (link) follow(link);
  window.addEventListener('popstate', moved);
}

/** A message's own address, as the app links to it. */
function follow([, channel, seconds, micros]) {
  const thread = new URLSearchParams(location.search).get('thread_ts');
  history.replaceState(null, '', `/?${new URLSearchParams({ as: session.as, in: channel, ...(thread && { thread }) })}`);
  read();
  session.show = seconds ? `${seconds}.${micros}` : null;
}

/* What was half-written, per person and place. */

export function draft(place) {
  return remembered(`draft.${session.as}.${place}`) ?? '';
}

export function keepDraft(place, text) {
  remember(`draft.${session.as}.${place}`, text || null);
}

/* Up to where each person has read each channel. */

export function readUpTo(channelId) {
  return reading()[channelId];
}

export function markRead(channelId, ts) {
  const marks = reading();
  if (marks[channelId] === ts) return;
  marks[channelId] = ts;
  remember(`read.${session.as}`, JSON.stringify(marks));
}

/** A person seen for the first time has read everything there is: bold is for what is new. */
export function firstReading(channels) {
  if (remembered(`read.${session.as}`)) return;
  const marks = Object.fromEntries(channels.map((channel) => [channel.id, newest(channel)]));
  remember(`read.${session.as}`, JSON.stringify(marks));
}

function newest(channel) {
  return (channel.messages ?? []).reduce((ts, message) => (message.ts > ts ? message.ts : ts), '0');
}

function reading() {
  try {
    return JSON.parse(remembered(`read.${session.as}`) ?? '{}');
  } catch {
    return {};
  }
}

/* Storage may be switched off; then nothing is remembered, and everything else works. */

function remembered(key) {
  try {
    return localStorage.getItem(`coalmine.${key}`);
  } catch {
    return null;
  }
}

function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(`coalmine.${key}`);
    else localStorage.setItem(`coalmine.${key}`, value);
  } catch {
    // Nothing to do: see above.
  }
}
