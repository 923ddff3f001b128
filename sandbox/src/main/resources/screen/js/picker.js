/** The emoji picker. */

import { h } from './dom.js';
import { emoji, emojiLike, INCIDENT_EMOJI } from './emoji.js';
import { closePanel, openPanel, panelIsOpenFor, walk } from './layers.js';

const ACROSS = 8;

export function pickEmoji(anchor, choose) {
  if (panelIsOpenFor(anchor)) {
    closePanel();
    return;
  }
  const grid = h('div', { class: 'emoji-grid', role: 'group', 'aria-label': 'Emoji' });
  const search = h('input', { type: 'search', class: 'field', placeholder: 'Find an emoji', 'aria-label': 'Find an emoji', dataset: { first: '' } });
  const show = () => grid.replaceChildren(...names(search.value.trim()).map((name) => choice(name, choose)));
  search.addEventListener('input', show);
  show();
  const panel = openPanel(anchor, [search, grid], { label: 'Pick an emoji', className: 'emoji-picker' });
  panel.addEventListener('keydown', (event) => keys(event, search, grid));
}

function names(typed) {
  if (typed) return emojiLike(typed.replaceAll(':', ''), 64);
  return [...INCIDENT_EMOJI, ...emojiLike('', 120).filter((name) => !INCIDENT_EMOJI.includes(name))];
}

function choice(name, choose) {
  return h(
    'button',
    {
      type: 'button',
      'aria-label': name,
      title: `:${name}:`,
      onclick: () => {
        closePanel();
        choose(name);
      },
    },
    emoji(name),
  );
}

function keys(event, search, grid) {
  const stops = [...grid.children];
  if (document.activeElement === search) {
    if (event.key === 'Enter') stops[0]?.click();
    if (event.key === 'ArrowDown') stops[0]?.focus();
    if (['Enter', 'ArrowDown'].includes(event.key)) event.preventDefault();
  } else if (event.key === 'ArrowUp' && stops.indexOf(document.activeElement) < ACROSS) {
    event.preventDefault();
    search.focus();
  } else {
    walk(event, stops, { across: ACROSS });
  }
}
