/** What one can do with a message. */

import { h } from './dom.js';
import { control, inWords } from './control.js';
import { edit } from './editor.js';
import { emoji } from './emoji.js';
import { icon } from './icons.js';
import { ask, openMenu, toast } from './layers.js';
import { live } from './live.js';
import { mrkdwn } from './mrkdwn.js';
import { pickEmoji } from './picker.js';
import { react } from './reactions.js';
import { go } from './session.js';

const QUICK = ['eyes', 'white_check_mark', 'pushpin'];

export function toolbar(message, at, pinned) {
  const { channel } = at;
  const tools = message.ephemeral_to ? [] : [...QUICK.map((name) => quick(name, message, channel)), picker(message, channel)];
  if (at.where === 'channel' && !message.ephemeral_to) {
    tools.push(tool('reply', 'Reply in thread', { focus: `reply-${message.ts}`, onclick: () => go({ thread: message.thread_ts ?? message.ts }) }));
  }
  tools.push(more(message, at, pinned));
  return h('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Message' }, tools);
}

function tool(picture, label, { focus, onclick }) {
  return h('button', { type: 'button', 'aria-label': label, title: label, tabindex: '-1', dataset: { focus }, onclick }, icon(picture));
}

function quick(name, message, channel) {
  return h('button', { type: 'button', 'aria-label': `React with ${name}`, title: `:${name}:`, class: 'quick', tabindex: '-1', onclick: () => react(channel, message, name) }, emoji(name));
}

function picker(message, channel) {
  const button = tool('smile', 'Add reaction', { focus: `react-${message.ts}` });
  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', () => pickEmoji(button, (name) => react(channel, message, name)));
  return button;
}

function more(message, at, pinned) {
  const button = tool('dots', 'More actions', { focus: `more-${at.where}-${message.ts}` });
  button.setAttribute('aria-haspopup', 'menu');
  button.addEventListener('click', () => openMenu(button, entries(message, at, pinned, button), { label: 'Message actions' }));
  return button;
}

function entries(message, { channel, where }, pinned, button) {
  if (message.ephemeral_to) return [shortcutNote()];
  const mine = live.workspace.isMe(message.user);
  return [
    where === 'channel' && { label: 'Reply in thread', act: () => go({ thread: message.thread_ts ?? message.ts }) },
    { label: 'Add reaction', act: () => pickEmoji(button, (name) => react(channel, message, name)) },
    { label: pinned ? 'Unpin from channel' : 'Pin to channel', act: () => told(control.pin(channel.id, message.ts, pinned || undefined)) },
    { label: 'Copy text', act: () => navigator.clipboard?.writeText(message.text ?? '') },
    mine && null,
    mine && { label: 'Edit message', act: () => edit(message.ts) },
    mine && { label: 'Delete message', danger: true, act: () => remove(message, channel) },
    ...shortcuts(message, channel),
  ].filter((entry) => entry !== false);
}

function shortcutNote() {
  return { label: 'Only you can see this', note: 'It is not kept by Slack, and nobody can answer it.', act: () => {} };
}

function shortcuts(message, channel) {
  const offered = live.workspace.shortcuts.filter((shortcut) => shortcut.type === 'message');
  if (offered.length === 0) return [];
  return [null, ...offered.map((shortcut) => ({ label: shortcut.name, note: shortcut.description || live.workspace.app.title, act: () => told(control.shortcut(shortcut.callback_id, { in: channel.id, ts: message.ts })) }))];
}

async function remove(message, channel) {
  const sure = await ask({
    title: 'Delete message',
    body: [h('p', {}, 'This cannot be undone.'), h('blockquote', { class: 'prose' }, mrkdwn(message.text))],
    yes: 'Delete',
    danger: true,
  });
  if (sure) await told(control.remove(channel.id, message.ts));
}

async function told(answering) {
  const answer = await answering;
  if (!answer.ok) toast(inWords(answer.error));
}
