/** What floats above the page: menus, panels and dialogs. Each takes the focus and gives it back. */

import { h, freshId } from './dom.js';
import { icon } from './icons.js';

let openLayer = null;

/** A panel beside its anchor. Escape, a click elsewhere or a scroll of the page's size closes it. */
export function openPanel(anchor, content, { label, className = '', role = 'dialog', onClose } = {}) {
  closePanel();
  const panel = h('div', { class: `panel ${className}`, role, 'aria-label': label, tabindex: '-1' }, content);
  (anchor.closest('dialog') ?? document.body).append(panel);
  const layer = { panel, anchor, onClose, returnFocus: anchor.dataset.focus };
  openLayer = layer;
  anchor.setAttribute('aria-expanded', 'true');
  put(panel, anchor);
  (panel.querySelector('[data-first], input, [role^=menuitem], [role=option], button') ?? panel).focus();
  return panel;
}

export function closePanel({ giveFocusBack = true } = {}) {
  if (!openLayer) return;
  const { panel, anchor, onClose, returnFocus } = openLayer;
  openLayer = null;
  const hadFocus = panel.contains(document.activeElement);
  panel.remove();
  anchor.setAttribute('aria-expanded', 'false');
  if (hadFocus && giveFocusBack) heir(anchor, returnFocus)?.focus({ preventScroll: true });
  onClose?.();
}

function heir(anchor, name) {
  if (anchor.isConnected) return anchor;
  return name ? document.querySelector(`[data-focus="${CSS.escape(name)}"]`) : null;
}

export function panelIsOpenFor(anchor) {
  return openLayer?.anchor === anchor;
}

function put(panel, anchor) {
  const box = anchor.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = box.bottom + 6 + height <= window.innerHeight;
  const top = below ? box.bottom + 6 : Math.max(8, Math.min(box.top - height - 6, window.innerHeight - height - 8));
  const left = Math.max(8, Math.min(box.left, window.innerWidth - width - 8));
  panel.style.top = `${top}px`;
  panel.style.left = `${left}px`;
}

document.addEventListener('pointerdown', (event) => {
  if (!openLayer || openLayer.panel.contains(event.target) || openLayer.anchor.contains(event.target)) return;
  closePanel({ giveFocusBack: false });
});

document.addEventListener(
  'keydown',
  (event) => {
    if (!openLayer) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      closePanel();
    } else if (event.key === 'Tab' && openLayer.panel.contains(document.activeElement)) {
      cycle(event, openLayer.panel);
    }
  },
  true,
);

window.addEventListener('resize', () => openLayer && put(openLayer.panel, openLayer.anchor));

function cycle(event, panel) {
  const stops = [...panel.querySelectorAll('button, input, select, a[href]')].filter((stop) => !stop.disabled && stop.tabIndex >= 0);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge || stops.length === 0) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}

/** A menu of actions: `{label, icon, act, danger, note, checked}`, or null for a divider. Arrows move, letters seek. */
export function openMenu(anchor, entries, { label, className = '' } = {}) {
  if (panelIsOpenFor(anchor)) {
    closePanel();
    return;
  }
  const items = entries.map((entry) => (entry ? menuItem(entry) : h('hr', {})));
  const panel = openPanel(anchor, items, { label, role: 'menu', className: `menu ${className}` });
  panel.addEventListener('keydown', (event) => walk(event, [...panel.querySelectorAll('[role^=menuitem]')]));
}

function menuItem({ label, note, before, act, danger, checked }) {
  return h(
    'button',
    {
      type: 'button',
      role: checked === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': checked === undefined ? null : String(checked),
      class: danger ? 'danger' : '',
      dataset: checked ? { first: '' } : {},
      tabindex: '-1',
      onclick: () => {
        closePanel();
        act();
      },
    },
    before,
    h('span', { class: 'menu-label' }, h('span', {}, label), note && h('small', {}, note)),
    checked && icon('check'),
  );
}

export function walk(event, stops, { across = 1 } = {}) {
  const at = stops.indexOf(document.activeElement);
  const steps = { ArrowDown: across, ArrowUp: -across, ArrowRight: across > 1 ? 1 : 0, ArrowLeft: across > 1 ? -1 : 0 };
  let to = null;
  if (steps[event.key]) to = at + steps[event.key];
  else if (event.key === 'Home') to = 0;
  else if (event.key === 'End') to = stops.length - 1;
  else if (event.key.length === 1 && across === 1 && !event.ctrlKey && !event.metaKey) {
    to = stops.findIndex((stop, i) => i > at && stop.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
    if (to < 0) return;
  }
  if (to === null) return;
  event.preventDefault();
  stops[(to + stops.length) % stops.length]?.focus();
}

/** A dialog that holds the focus until it is closed. `onCancel` is Escape and the cross. */
export function dialog({ title, body, footer, className = '', onCancel }) {
  const id = freshId('dialog');
  const returnTo = document.activeElement;
  const returnName = returnTo?.dataset?.focus;
  const node = h('dialog', { class: `dialog ${className}`, 'aria-labelledby': id }, [
    h('header', {}, h('h2', { id }, title), h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: onCancel }, icon('close'))),
    h('div', { class: 'dialog-body' }, body),
    footer && h('footer', {}, footer),
  ]);
  node.addEventListener('cancel', (event) => {
    event.preventDefault();
    onCancel();
  });
  document.body.append(node);
  node.showModal();
  return {
    node,
    close() {
      closePanel({ giveFocusBack: false });
      node.close();
      node.remove();
      const back = returnTo?.isConnected ? returnTo : returnName && document.querySelector(`[data-focus="${CSS.escape(returnName)}"]`);
      (back || document.getElementById('write'))?.focus({ preventScroll: true });
    },
  };
}

/** Asks before acting; resolves to whether the person agreed. */
export function ask({ title, body, yes, no = 'Cancel', danger = false }) {
  return new Promise((resolve) => {
    const done = (answer) => {
      shown.close();
      resolve(answer);
    };
    const shown = dialog({
      title,
      body,
      className: 'question',
      onCancel: () => done(false),
      footer: [
        h('button', { type: 'button', class: 'button', onclick: () => done(false) }, no),
        h('button', { type: 'button', class: danger ? 'button danger' : 'button primary', autofocus: true, onclick: () => done(true) }, yes),
      ],
    });
  });
}

let noticeTimer;

/** A sentence at the top of the page, for what has no better place. */
export function toast(text) {
  const notice = document.getElementById('notice');
  let line = notice.querySelector('.toast');
  if (!line) {
    line = h('div', { class: 'toast' });
    notice.append(line);
  }
  line.textContent = text;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => line.remove(), 6000);
}
