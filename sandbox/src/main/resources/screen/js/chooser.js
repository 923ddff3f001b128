/** A field for choosing several of many: a button that lists what is chosen, and a panel to search and tick. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { closePanel, openPanel, panelIsOpenFor, walk } from './layers.js';

export function chooser({ choices, placeholder, label, most, onDone }) {
  let chosen = [];
  const chips = h('span', { class: 'chips' });
  const control = h('button', { type: 'button', class: 'field chooser', 'aria-haspopup': 'listbox', 'aria-expanded': 'false' }, chips, icon('down'));
  const node = h('div', {}, control);

  function draw() {
    const names = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.text);
    chips.replaceChildren(...(names.length ? names.map((text) => h('span', { class: 'chip' }, text)) : [h('span', { class: 'placeholder' }, placeholder)]));
    control.setAttribute('aria-label', `${label}: ${names.join(' ') || placeholder}`);
  }

  function toggle(value, row) {
    if (chosen.includes(value)) chosen = chosen.filter((item) => item !== value);
    else if (!most || chosen.length < most) chosen = [...chosen, value];
    row.setAttribute('aria-selected', String(chosen.includes(value)));
    draw();
  }

  function open() {
    if (panelIsOpenFor(control)) {
      closePanel();
      return;
    }
    const before = chosen.join();
    const search = h('input', { type: 'search', class: 'field', placeholder: 'Search', 'aria-label': `Search ${label}`, dataset: { first: '' } });
    const list = h('div', { role: 'listbox', 'aria-multiselectable': 'true', 'aria-label': label });
    const show = () => list.replaceChildren(...matching(search.value).map(row));
    search.addEventListener('input', show);
    show();
    const panel = openPanel(control, [search, list], { label, className: 'chooser-panel', onClose: () => chosen.join() !== before && onDone?.() });
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && document.activeElement === search) {
        event.preventDefault();
        list.firstElementChild?.click();
      } else {
        walk(event, [search, ...list.children].filter((stop) => stop !== search || event.key.startsWith('Arrow')));
      }
    });
  }

  function matching(text) {
    return choices.filter((choice) => choice.text.toLowerCase().includes(text.trim().toLowerCase()));
  }

  function row(choice) {
    const node = h('button', { type: 'button', role: 'option', tabindex: '-1', 'aria-selected': String(chosen.includes(choice.value)) }, h('span', { class: 'box' }, icon('check')), choice.text);
    node.addEventListener('click', () => toggle(choice.value, node));
    return node;
  }

  control.addEventListener('click', open);
  return {
    node,
    control,
    read: () => chosen,
    write: (values) => {
      chosen = values ?? [];
      draw();
    },
  };
}
