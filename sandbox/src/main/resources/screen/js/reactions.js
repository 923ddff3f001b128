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
  return h('div', { class: 'reactions' }, message.reactions.map((reaction) => chip(reaction, message, channel)), add);
}

function chip(reaction, message, channel) {
  const { workspace } = live;
  const mine = (reaction.users ?? []).some((user) => workspace.isMe(user));
  const who = (reaction.users ?? []).map((user) => workspace.nameOf(user)).join(', ');
  return h(
    'button',
    {
      type: 'button',
      class: mine ? 'reaction mine' : 'reaction',
      'aria-pressed': String(mine),
      'aria-label': `${reaction.name}, ${reaction.count ?? reaction.users?.length}`,
      title: `${who} reacted with :${reaction.name}:`,
      dataset: { reaction: reaction.name, focus: `reaction-${message.ts}-${reaction.name}` },
      onclick: () => react(channel, message, reaction.name, mine),
    },
    h('span', { class: 'emoji' }, emoji(reaction.name) ?? `:${reaction.name}:`),
    h('span', { class: 'count' }, String(reaction.count ?? reaction.users?.length ?? 1)),
  );
}

export async function react(channel, message, name, remove = undefined) {
  const mine = (message.reactions ?? []).some((reaction) => reaction.name === name && reaction.users?.some((user) => live.workspace.isMe(user)));
  if (mine && !remove) return;
  const answer = await control.react(channel.id, message.ts, name, remove || undefined);
  if (!answer.ok) toast(inWords(answer.error));
}
