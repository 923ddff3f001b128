/** Faces and names. */

import { h } from './dom.js';
import { live } from './live.js';

const TINTS = 8;

/** A person's initial on a tint that is always theirs; the app wears the canary. */
export function avatar(key, size = '') {
  const workspace = live.workspace;
  const person = workspace.person(key);
  if (key === 'USLACKBOT') return h('span', { class: `avatar slackbot ${size}`, 'aria-hidden': 'true' }, '⚙');
  if (workspace.isApp(key)) return h('span', { class: `avatar app ${size}`, 'aria-hidden': 'true' });
  const name = person?.real_name || person?.name || String(key ?? '?');
  const node = h('span', { class: `avatar ${size}`, 'aria-hidden': 'true' }, Array.from(name.trim())[0]?.toUpperCase() ?? '?');
  node.dataset.tint = tint(person?.name ?? name);
  return node;
}

function tint(name) {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + char.codePointAt(0)) % 9973;
  return sum % TINTS;
}

export function appBadge() {
  return h('span', { class: 'app-badge' }, 'APP');
}
