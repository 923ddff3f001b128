/** Editing one's own message, in its place. */

import { h } from './dom.js';
import { control, inWords } from './control.js';
import { fromSlack } from './writing.js';
import { live, refresh } from './live.js';
import { session } from './session.js';

export function edit(ts) {
  session.editing = ts;
  refresh();
}

function stop() {
  session.editing = null;
  refresh();
  document.getElementById('write')?.focus();
}

export function editor(message, channel) {
  const area = h('textarea', { class: 'field', rows: 2, 'aria-label': 'Edit message', value: fromSlack(message.text, live.workspace) });
  const error = h('p', { class: 'field-error', role: 'alert', hidden: true });
  const save = async () => {
    const answer = await control.edit(channel.id, message.ts, area.value);
    error.hidden = answer.ok;
    error.textContent = answer.ok ? '' : inWords(answer.error);
    if (answer.ok) stop();
  };
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) save();
    else if (event.key === 'Escape') stop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  queueMicrotask(() => {
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  });
  return h('div', { class: 'editor' }, area, error, [
    h('div', { class: 'editor-actions' }, h('button', { type: 'button', class: 'button', onclick: stop }, 'Cancel'), h('button', { type: 'button', class: 'button primary', onclick: save }, 'Save')),
  ]);
}
