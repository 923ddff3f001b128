/** The box in which people write. */

import { announce, freshId, h } from './dom.js';
import { completions } from './completion.js';
import { control, inWords } from './control.js';
import { edit } from './editor.js';
import { icon } from './icons.js';
import { openMenu, toast } from './layers.js';
import { live } from './live.js';
import { pickEmoji } from './picker.js';
import { draft, keepDraft } from './session.js';
import { subcommands } from './writing.js';

const TALLEST = 220;

/**
 * @param options `{id, where}`; where() says `{channel, thread, label, lastOwn}` at the moment of asking.
 * @return `{node, draw, put, area}`; draw() after a move or a change, put(text) writes into the box.
 */
export function composer({ id, where }) {
  const listId = freshId('choices');
  const area = h('textarea', {
    id,
    class: 'writing',
    rows: 1,
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    dataset: { focus: id, testid: id === 'write' ? 'composer' : 'thread-composer' },
  });
  const list = h('div', { id: listId, class: 'choices', role: 'listbox', 'aria-label': 'Suggestions', hidden: true });
  const error = h('p', { class: 'composer-error', role: 'alert', hidden: true });
  const hint = h('p', { class: 'composer-hint', hidden: true });
  const send = h('button', { type: 'submit', class: 'send', 'aria-label': 'Send', title: 'Send (Enter)' }, icon('send'));
  const form = h('form', { class: 'composer' }, [
    list,
    error,
    h('div', { class: 'composer-box' }, [area, h('div', { class: 'composer-tools' }, [shortcutsButton(id), emojiButton(id, insert), h('span', { class: 'composer-keys', 'aria-hidden': 'true' }, 'Shift + Enter for a new line'), send])]),
    hint,
  ]);
  let offered = null;
  let chosen = 0;
  let place = null;
  let sending = false;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  area.addEventListener('input', () => {
    keepDraft(place, area.value);
    say(null);
    offer();
    grow();
  });
  area.addEventListener('click', offer);
  area.addEventListener('blur', () => setTimeout(() => document.activeElement !== area && withdraw(), 150));
  area.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (offered && chooseByKey(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && area.value === '' && where().lastOwn) {
      event.preventDefault();
      edit(where().lastOwn);
    }
  });

  function chooseByKey(event) {
    const count = offered.choices.length;
    switch (event.key) {
      case 'ArrowDown':
        return choose((chosen + 1) % count);
      case 'ArrowUp':
        return choose((chosen + count - 1) % count);
      case 'Escape':
        event.stopPropagation();
        return withdraw();
      case 'Tab':
        return !event.shiftKey && take(offered.choices[chosen]);
      case 'Enter':
        return !event.shiftKey && !isWhole(offered.choices[chosen]) && take(offered.choices[chosen]);
      default:
        return false;
    }
  }

  /** A command that is already written in full is meant to be sent. */
  function isWhole(choice) {
    return choice.whole !== undefined && (chosen === 0 || choice.whole === '') && area.value.slice(offered.from).trim() === choice.whole;
  }

  function offer() {
    offered = completions(area.value, area.selectionStart, live.workspace, { inThread: Boolean(where().thread) });
    chosen = 0;
    usage();
    if (!offered) {
      withdraw();
      return;
    }
    list.replaceChildren(...offered.choices.map((choice, i) => row(choice, i)));
    list.hidden = false;
    choose(0);
  }

  function row(choice, i) {
    const node = h('div', { role: 'option', id: `${listId}-${i}`, 'aria-selected': 'false' }, [choice.picture(), h('span', { class: 'choice-label' }, choice.label), choice.note && h('small', {}, choice.note)]);
    node.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      take(choice);
    });
    return node;
  }

  function choose(i) {
    chosen = i;
    [...list.children].forEach((node, at) => node.setAttribute('aria-selected', String(at === i)));
    area.setAttribute('aria-activedescendant', `${listId}-${i}`);
    list.children[i].scrollIntoView({ block: 'nearest' });
    return true;
  }

  function withdraw() {
    offered = null;
    list.hidden = true;
    area.removeAttribute('aria-activedescendant');
    return true;
  }

  function take(choice) {
    const { from } = offered;
    const caret = area.selectionStart;
    area.setRangeText(choice.insert, from, caret, 'end');
    withdraw();
    area.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  }

  /** The usage of the command that is being written. */
  function usage() {
    const name = area.value.match(/^(\/\S+)\s/)?.[1];
    const command = !where().thread && live.workspace.commands.find((one) => one.command === name);
    const word = area.value.match(/^\/\S+\s+([a-z-]+)/)?.[1];
    const one = command && subcommands(command).find((sub) => sub.word === word);
    hint.hidden = !command;
    hint.replaceChildren(...(command ? [h('code', {}, `${command.command} ${one?.usage ?? command.usage_hint ?? ''}`), ` ${one ? '' : (command.description ?? '')}`] : []));
  }

  function say(text) {
    error.hidden = !text;
    error.textContent = text ?? '';
  }

  function insert(text) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.focus();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function put(text) {
    area.value = text;
    area.focus();
    area.setSelectionRange(text.length, text.length);
    area.dispatchEvent(new Event('input', { bubbles: true }));
    withdraw();
  }

  async function submit() {
    const text = area.value;
    const to = where();
    if (!text.trim() || sending) return;
    withdraw();
    const refusal = refuse(text, to);
    if (refusal) {
      say(refusal);
      return;
    }
    sending = true;
    const from = place;
    set('');
    const answer = await deliver(text, to);
    sending = false;
    if (answer.ok) return;
    const why = inWords(answer.error);
    if (place === from && area.value === '') set(text);
    else toast(why);
    if (place === from) say(why);
  }

  function set(text) {
    area.value = text;
    keepDraft(place, text);
    say(null);
    usage();
    grow();
  }

  function grow() {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, TALLEST)}px`;
    send.disabled = area.value.trim() === '';
  }

  return {
    node: form,
    area,
    put,
    draw() {
      const { channel, thread, label } = where();
      area.placeholder = label;
      area.setAttribute('aria-label', label);
      const now = `${channel.id}${thread ? `/${thread}` : ''}@${live.workspace.me.id}`;
      if (now === place) return;
      place = now;
      area.value = draft(place);
      say(null);
      withdraw();
      usage();
      grow();
    },
  };
}

function refuse(text, { thread }) {
  if (!text.startsWith('/')) return null;
  const name = text.split(/\s/)[0];
  const { commands, app } = live.workspace;
  const known = commands.some((command) => command.command === name);
  if (thread) return `${name} is not supported in threads. Mention the app here (@${app.name} …), or use the shortcuts in a message’s menu.`;
  if (!known && commands.length > 0) return `${name} is not a valid command. To send this as a message, put a space before the “/”.`;
  return null;
}

function deliver(text, { channel, thread }) {
  if (text.startsWith('/')) return control.command(channel.id, text);
  return control.message(channel.id, text.trim(), thread);
}

function emojiButton(id, insert) {
  const button = h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Insert an emoji', 'aria-haspopup': 'dialog', title: 'Emoji', dataset: { focus: `${id}-emoji` } }, icon('smile'));
  button.addEventListener('click', () => pickEmoji(button, (name) => insert(`:${name}: `)));
  return button;
}

function shortcutsButton(id) {
  const button = h('button', { type: 'button', class: 'icon-button bolt', 'aria-label': 'Shortcuts', 'aria-haspopup': 'menu', title: 'Shortcuts of the app', dataset: { focus: `${id}-shortcuts`, testid: 'shortcuts' } }, icon('bolt'));
  button.addEventListener('click', () => openMenu(button, shortcutEntries(), { label: 'Shortcuts' }));
  return button;
}

function shortcutEntries() {
  const offered = live.workspace.shortcuts.filter((shortcut) => shortcut.type === 'global');
  if (offered.length === 0) return [{ label: 'No shortcuts yet', note: 'They come with the app that connects.', act: () => {} }];
  return offered.map((shortcut) => ({ label: shortcut.name, note: shortcut.description, act: () => start(shortcut) }));
}

async function start(shortcut) {
  const answer = await control.shortcut(shortcut.callback_id);
  if (!answer.ok) toast(inWords(answer.error));
  else announce(`${shortcut.name} opened`);
}
