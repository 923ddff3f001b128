/** One message, in a channel or in a thread. */

import { h, keep, safeUrl } from './dom.js';
import { blocks } from './blocks.js';
import { control, inWords } from './control.js';
import { editor } from './editor.js';
import { emoji } from './emoji.js';
import { files } from './files.js';
import { icon } from './icons.js';
import { live } from './live.js';
import { mrkdwn } from './mrkdwn.js';
import { toolbar } from './messagemenu.js';
import { appBadge, avatar } from './people.js';
import { reactions } from './reactions.js';
import { go, session } from './session.js';
import { ago, exact, timeOf, when } from './time.js';
import { isReply, replies } from './workspace.js';

const SYSTEM = /^(channel|group)_(join|leave|topic|purpose|name|archive|unarchive|convert)|^(pinned_item|tombstone)$/;

/** @param at `{channel, where: 'channel' or 'thread', compact}`; compact leaves out who and when, as it is said just above. */
export function messageItem(message, at) {
  return {
    key: `${at.where}-${message.ts}`,
    sig: [message.user, message.ts],
    build: () => h('article', { tabindex: '-1', dataset: { ts: message.ts, testid: 'message', focus: `${at.where}-${message.ts}` } }),
    update: (node) => draw(node, message, at),
  };
}

function draw(node, message, at) {
  const { workspace } = live;
  const editing = session.editing === message.ts;
  const pinned = (at.channel.pins ?? []).includes(message.ts);
  node.className = ['message', at.compact && 'compact', isSystem(message) && 'system', message.ephemeral_to && 'ephemeral', pinned && 'pinned', pingsMe(message) && 'pings-me'].filter(Boolean).join(' ');
  node.setAttribute('aria-label', `${author(message)}, ${timeOf(when(message.ts))}`);
  const broadcast = at.where === 'channel' && isReply(message);
  const answers = at.where === 'channel' ? replies(at.channel, message.ts) : [];
  const names = workspace.names;
  keep(node, [
    { key: 'gutter', sig: [at.compact, message.subtype, names], build: () => gutter(message, at) },
    !at.compact && { key: 'head', sig: [names, message.subtype, message.username], build: () => head(message) },
    (pinned || message.ephemeral_to || broadcast) && { key: 'note', sig: [pinned, message.ephemeral_to], build: () => note(message, pinned) },
    editing && { key: 'editor', sig: message.text, build: () => editor(message, at.channel) },
    !editing && { key: 'body', sig: [message.text, message.blocks, message.attachments, message.edited, names], build: () => body(message, at.channel) },
    message.files?.length && { key: 'files', sig: message.files, build: () => files(message.files) },
    Object.keys(message.reactions ?? {}).length > 0 && { key: 'reactions', sig: [message.reactions, workspace.me.id], build: () => reactions(message, at.channel) },
    answers.length && { key: 'answers', sig: [answers.map((answer) => [answer.ts, answer.user]), names], build: () => answersLink(message, answers) },
    !editing && !isSystem(message) && { key: 'toolbar', sig: [pinned, message.user, workspace.me.id, at.where, workspace.shortcuts, message.ephemeral_to], build: () => toolbar(message, at, pinned) },
  ]);
}

export function author(message) {
  if (fromSlackbot(message)) return 'Slackbot';
  return message.username || live.workspace.nameOf(message.user ?? message.bot_id);
}

export function isSystem(message) {
  return SYSTEM.test(message.subtype ?? '');
}

/** What Slack itself says, as when an app did not answer. */
function fromSlackbot(message) {
  return message.subtype === 'slackbot_response' || message.user === 'USLACKBOT';
}

function pingsMe(message) {
  const { me } = live.workspace;
  return !isSystem(message) && !message.ephemeral_to && !live.workspace.isMe(message.user) && (message.mentions ?? []).includes(me.name);
}

function fromApp(message) {
  return Boolean(message.bot_id) || live.workspace.isApp(message.user);
}

function gutter(message, { compact }) {
  const at = when(message.ts);
  if (compact) return h('time', { class: 'gutter', title: exact(at), 'aria-hidden': 'true' }, timeOf(at));
  return h('div', { class: 'gutter' }, avatar(fromSlackbot(message) ? 'USLACKBOT' : (message.user ?? live.workspace.app.user_id)));
}

function head(message) {
  const at = when(message.ts);
  return h('div', { class: 'message-head' }, [
    h('span', { class: 'author' }, author(message)),
    fromApp(message) && !fromSlackbot(message) && appBadge(),
    h('time', { datetime: at.toISOString(), title: exact(at) }, timeOf(at)),
  ]);
}

function note(message, pinned) {
  if (message.ephemeral_to) return h('div', { class: 'note' }, icon('eye'), 'Only visible to you');
  if (pinned) return h('div', { class: 'note' }, icon('pin'), 'Pinned to this channel');
  return h('button', { type: 'button', class: 'note', dataset: { focus: `broadcast-${message.ts}` }, onclick: () => go({ thread: message.thread_ts }) }, icon('reply'), 'Replied to a thread');
}

function body(message, channel) {
  const form = { fields: new Map(), act: (...use) => tell(channel, message, use) };
  const node = h('div', { class: 'message-body', dataset: { testid: 'message-body' } });
  const hasBlocks = message.blocks?.length > 0;
  const alone = !hasBlocks && onlyEmoji(message.text);
  // Slack marks edited words, not cards that an app drew again.
  const edited = message.edited && !(hasBlocks && fromApp(message)) && h('small', { class: 'edited' }, ' (edited)');
  if (hasBlocks) node.append(blocks(message.blocks, form), ...[edited].filter(Boolean));
  else node.append(h('div', { class: alone ? 'prose big-emoji' : 'prose', dir: 'auto' }, mrkdwn(message.text), edited));
  node.append(...(message.attachments ?? []).map((attachment) => attached(attachment, form)));
  node.append(h('p', { class: 'field-error', role: 'alert', hidden: true }));
  return node;
}

function attached(attachment, form) {
  const href = attachment.title_link && safeUrl(attachment.title_link);
  const node = h('div', { class: 'attachment' }, [
    attachment.pretext && h('div', { class: 'prose' }, mrkdwn(attachment.pretext)),
    attachment.title && h('strong', {}, href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, attachment.title) : attachment.title),
    attachment.blocks ? blocks(attachment.blocks, form) : attachment.text && h('div', { class: 'prose' }, mrkdwn(attachment.text)),
  ]);
  const color = { good: '#2f9e64', warning: '#d99a00', danger: '#d64545' }[attachment.color] ?? (/^#?[0-9a-f]{6}$/i.test(attachment.color ?? '') ? `#${attachment.color.replace('#', '')}` : null);
  if (color) node.style.borderColor = color;
  return node;
}

function onlyEmoji(text) {
  const written = String(text ?? '').trim();
  return /^(:[a-z0-9_+-]+:\s*){1,6}$/.test(written) && written.match(/:([a-z0-9_+-]+):/g).every((name) => emoji(name.slice(1, -1)));
}

/** Tells the app of a press; what goes wrong is said under the message, as Slack does. */
async function tell(channel, message, use) {
  const answer = await control.click({ in: channel.id, ts: message.ts }, ...use);
  const line = document.querySelector(`[data-ts="${CSS.escape(message.ts)}"] .message-body > .field-error`);
  if (line) {
    line.hidden = answer.ok;
    line.textContent = answer.ok ? '' : inWords(answer.error);
  }
  return answer;
}

function answersLink(message, answers) {
  const who = [...new Set(answers.map((answer) => answer.user))].slice(0, 4);
  const words = answers.length === 1 ? '1 reply' : `${answers.length} replies`;
  return h(
    'button',
    { type: 'button', class: 'answers', dataset: { testid: 'replies', focus: `answers-${message.ts}` }, onclick: () => go({ thread: message.ts }) },
    h('span', { class: 'faces' }, who.map((user) => avatar(user, 'tiny'))),
    h('strong', {}, words),
    h('small', {}, `Last reply ${ago(when(answers.at(-1).ts))}`),
  );
}
