/** The row of reactions under a message. */

import { h } from './dom.js';
import { control, inWords } from './control.js';
import { emoji } from './emoji.js';
import { icon } from './icons.js';
import { toast } from './layers.js';
import { live } from './live.js';
import { pickEmoji } from './picker.js';

export function reactions(message, channel) {
  const add = h('button', { type: 'button', class: 'reaction add', 'aria-label': 'Add a reaction', 'aria-haspopup': 'dialog', dataset: { focus: `add-${message.ts}` } }, icon('smile'));
  add.addEventListener('click', () => pickEmoji(add, (name) => react(channel, message, name)));
  return h('div', { class: 'reactions' }, Object.entries(message.reactions).map(([name, users]) => chip(name, users, message, channel)), add);
}

function chip(name, users, message, channel) {
  const { workspace } = live;
  const mine = users.some((user) => workspace.isMe(user));
  const who = users.map((user) => workspace.nameOf(user)).join(', ');
  return h(
    'button',
    {
      type: 'button',
      class: mine ? 'reaction mine' : 'reaction',
      'aria-pressed': String(mine),
      'aria-label': `${name}, ${users.length}`,
      title: `${who} reacted with :${name}:`,
      dataset: { reaction: name, focus: `reaction-${message.ts}-${name}` },
      onclick: () => react(channel, message, name, mine),
    },
    h('span', { class: 'emoji' }, emoji(name) ?? `:${name}:`),
    h('span', { class: 'count' }, String(users.length)),
  );
}

export async function react(channel, message, name, remove = undefined) {
  const mine = (message.reactions?.[name] ?? []).some((user) => live.workspace.isMe(user));
  if (mine && !remove) return;
  const answer = await control.react(channel.id, message.ts, name, remove || undefined);
  if (!answer.ok) toast(inWords(answer.error));
}
