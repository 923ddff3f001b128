/** What the message box offers while one types: commands and their words, people, channels, emoji. */

import { h } from './dom.js';
import { emoji, emojiLike } from './emoji.js';
import { icon } from './icons.js';
import { avatar } from './people.js';
import { subcommands } from './writing.js';

const MOST = 8;

/** @return `{from, choices: [{insert, label, note, picture}]}` for the word before the cursor, or null. */
export function completions(text, caret, workspace, { inThread }) {
  const before = text.slice(0, caret);
  if (!inThread && /^\/\S*$/.test(before)) return commands(before, workspace);
  if (!inThread && /^\/\S+ +[a-z-]*$/.test(before)) return words(before, workspace);
  const word = before.match(/(^|[\s(])([@#:])([\p{L}\p{N}._+-]*)$/u);
  if (!word) return null;
  const from = caret - word[3].length - 1;
  const found = { '@': people, '#': channels, ':': emojis }[word[2]](word[3].toLowerCase(), workspace);
  return found.length ? { from, choices: found.slice(0, MOST) } : null;
}

function commands(typed, workspace) {
  const found = workspace.commands.filter((command) => command.command.startsWith(typed));
  if (!found.length) return null;
  const choices = found.map((command) => ({
    insert: `${command.command} `,
    label: h('span', {}, h('strong', {}, command.command), command.usage_hint && h('code', {}, ` ${command.usage_hint}`)),
    note: command.description,
    picture: () => icon('bolt'),
    whole: command.command,
  }));
  return { from: 0, choices: choices.slice(0, MOST) };
}

function words(before, workspace) {
  const [, name, typed] = before.match(/^(\/\S+) +([a-z-]*)$/);
  const command = workspace.commands.find((one) => one.command === name);
  const found = command ? subcommands(command).filter(({ word }) => word.startsWith(typed) && word !== typed) : [];
  if (!found.length) return null;
  const choices = found.map(({ word, usage }) => ({ insert: `${word} `, label: h('span', {}, h('strong', {}, word), h('code', {}, usage.slice(word.length))), picture: () => icon('bolt'), whole: word }));
  return { from: before.length - typed.length, choices };
}

function people(typed, workspace) {
  const everyone = workspace.people
    .filter((person) => person.name.toLowerCase().startsWith(typed) || (person.real_name ?? '').toLowerCase().includes(typed))
    .map((person) => ({ insert: `@${person.name} `, label: `@${person.name}`, note: person.real_name, picture: () => avatar(person.id, 'tiny') }));
  const groups = ['channel', 'here'].filter((range) => range.startsWith(typed)).map((range) => ({ insert: `@${range} `, label: `@${range}`, note: range === 'here' ? 'Notify who is active here' : 'Notify everyone here', picture: () => icon('people') }));
  return [...everyone, ...groups];
}

function channels(typed, workspace) {
  return [...workspace.joined(), ...workspace.browsable()]
    .filter((channel) => channel.name.includes(typed))
    .sort((a, b) => Number(b.name.startsWith(typed)) - Number(a.name.startsWith(typed)))
    .map((channel) => ({ insert: `#${channel.name} `, label: `#${channel.name}`, note: channel.topic, picture: () => icon(channel.private ? 'lock' : 'hash') }));
}

function emojis(typed) {
  if (typed.length < 1) return [];
  return emojiLike(typed, MOST).map((name) => ({ insert: `:${name}: `, label: `:${name}:`, picture: () => h('span', { class: 'emoji' }, emoji(name)) }));
}
