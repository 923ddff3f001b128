/** A scrolling list of messages that stays at its end while one reads there, and stays put while one reads elsewhere. */

import { h, keep } from './dom.js';
import { isSystem, messageItem } from './message.js';
import { dayKey, dayName, when } from './time.js';

const NEAR_END = 48;
const AT_ONCE = 150;
const SAME_BREATH_SECONDS = 300;

export function messageList({ label, where }) {
  const list = h('div', { class: 'messages', role: 'group', 'aria-label': label });
  const pill = h('button', { type: 'button', class: 'pill', hidden: true, dataset: { testid: 'new-messages' } }, 'New messages ↓');
  const scroller = h('div', { class: 'scroller', tabindex: '-1' }, list);
  const node = h('div', { class: 'message-list' }, scroller, pill);
  let place = null;
  let stuck = true;
  let shown = AT_ONCE;
  let last = null;
  let scrolledTo = 0;

  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    const nearEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
    // Only a person scrolls up; a list that grew meanwhile is no reason to let go of its end.
    if (nearEnd) stuck = true;
    else if (scroller.scrollTop < scrolledTo - 1) stuck = false;
    scrolledTo = scroller.scrollTop;
    if (stuck) pill.hidden = true;
  });
  new ResizeObserver(() => stuck && toEnd()).observe(list);
  new ResizeObserver(() => stuck && toEnd()).observe(scroller);
  pill.addEventListener('click', () => {
    pill.hidden = true;
    toEnd();
  });
  list.addEventListener('keydown', (event) => walkMessages(event, list));
  list.addEventListener('focusin', (event) => makeCurrent(list, event.target.closest('.message')));

  /** @param before items above the messages, as for keep() */
  function draw(now) {
    const { channel, key, messages, newFrom, before = [] } = now;
    const moved = key !== place;
    if (moved) begin(key);
    const newest = messages.at(-1);
    const isNew = !moved && newest && last && newest.ts > last;
    const hidden = Math.max(0, messages.length - shown);
    const top = hidden ? [earlier(hidden, () => reveal(now))] : before;
    keep(list, [...top, ...items(messages.slice(hidden), { channel, where, newFrom })]);
    last = newest?.ts ?? null;
    if (!list.querySelector('.message[tabindex="0"]')) makeCurrent(list, [...list.querySelectorAll('.message')].at(-1));
    if (stuck) toEnd();
    else if (isNew) pill.hidden = false;
  }

  function begin(key) {
    list.replaceChildren();
    list.kept = undefined;
    shown = AT_ONCE;
    stuck = true;
    pill.hidden = true;
    place = key;
  }

  function reveal(now) {
    const height = scroller.scrollHeight;
    shown += AT_ONCE * 4;
    stuck = false;
    draw(now);
    scroller.scrollTop += scroller.scrollHeight - height;
  }

  return {
    node,
    draw,
    isAtEnd: () => stuck,
    /** Brings a message into sight and lights it up for a moment. */
    show(ts) {
      const found = list.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
      if (!found) return;
      stuck = false;
      found.scrollIntoView({ block: 'center' });
      found.focus({ preventScroll: true });
      found.classList.add('lit');
      setTimeout(() => found.classList.remove('lit'), 2000);
    },
  };
}

function earlier(hidden, reveal) {
  return { key: 'earlier', sig: hidden, build: () => h('button', { type: 'button', class: 'button earlier', onclick: reveal }, `Show earlier messages (${hidden})`) };
}

function items(messages, { channel, where, newFrom }) {
  const out = [];
  let previous = null;
  for (const message of messages) {
    const day = dayKey(when(message.ts));
    if (!previous || dayKey(when(previous.ts)) !== day) out.push(divider(day, dayName(when(message.ts))));
    if (message.ts === newFrom) out.push({ key: 'new', build: () => h('div', { class: 'new-divider', role: 'separator' }, h('span', {}, 'New')) });
    out.push(messageItem(message, { channel, where, compact: continues(previous, message) && message.ts !== newFrom }));
    previous = message;
  }
  return out;
}

function divider(day, name) {
  return { key: `day-${day}`, sig: name, build: () => h('div', { class: 'day', role: 'separator' }, h('span', {}, name)) };
}

/** The same person going on within minutes needs no second introduction; what only I see always says so. */
function continues(previous, message) {
  return (
    Boolean(previous) &&
    previous.user === message.user &&
    previous.username === message.username &&
    !message.ephemeral_to &&
    !previous.ephemeral_to &&
    !isSystem(previous) &&
    !isSystem(message) &&
    previous.subtype === message.subtype &&
    message.ts - previous.ts < SAME_BREATH_SECONDS &&
    dayKey(when(previous.ts)) === dayKey(when(message.ts))
  );
}

/** One message at a time is a tab stop, and its tools with it; arrows go from one to the next. */
function makeCurrent(list, message) {
  if (!message) return;
  for (const other of list.querySelectorAll('.message[tabindex="0"]')) {
    if (other !== message) setStop(other, '-1');
  }
  setStop(message, '0');
}

function setStop(message, tabIndex) {
  message.setAttribute('tabindex', tabIndex);
  message.querySelectorAll('.toolbar button').forEach((button) => button.setAttribute('tabindex', tabIndex));
}

function walkMessages(event, list) {
  if (!event.target.matches('.message') || !['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) return;
  const all = [...list.querySelectorAll('.message')];
  const at = all.indexOf(event.target);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
  event.preventDefault();
  if (to >= all.length) document.getElementById(list.closest('aside') ? 'answer' : 'write')?.focus();
  all[to]?.focus();
}
