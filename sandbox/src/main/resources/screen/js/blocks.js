/**
 * Block Kit: blocks as DOM nodes.
 *
 * A `form` says what the elements belong to: `act(action, value)` tells the app, `fields` collects what can be read, and
 * `before` holds what was entered in an earlier drawing of the same form.
 */

import { freshId, h, safeUrl } from './dom.js';
import { element, isField } from './elements.js';
import { mrkdwn, plainText, textObject } from './mrkdwn.js';
import { richText } from './richtext.js';

export function blocks(list, form) {
  return h('div', { class: 'blocks' }, (list ?? []).map((block) => drawn(block, form)));
}

function drawn(block, form) {
  const node = (DRAW[block.type] ?? unsupported)(block, form);
  node.dataset.block = block.block_id ?? '';
  node.dataset.blockType = block.type ?? '';
  return node;
}

function unsupported(block) {
  return h('div', { class: 'unsupported' }, `[unsupported block: ${block.type}]`);
}

const DRAW = {
  section: (block, form) =>
    h('div', { class: 'block section' }, [
      h('div', { class: 'section-body' }, [
        block.text && h('div', { class: 'prose' }, textObject(block.text)),
        block.fields && h('div', { class: 'section-fields' }, block.fields.map((field) => h('div', { class: 'prose' }, textObject(field)))),
      ]),
      block.accessory && h('div', { class: 'accessory' }, element(block.accessory, block, form)),
    ]),

  header: (block) => h('h3', { class: 'block block-header' }, textObject(block.text)),

  divider: () => h('hr', { class: 'block' }),

  context: (block, form) =>
    h('div', { class: 'block context' }, (block.elements ?? []).map((item) => (item.type === 'image' ? element(item, block, form) : h('span', { class: 'prose' }, textObject(item))))),

  actions: (block, form) => h('div', { class: 'block actions' }, (block.elements ?? []).map((item) => element(item, block, form))),

  input: (block, form) => input(block, form),

  image: (block) => {
    const src = safeUrl(block.image_url ?? block.slack_file?.url ?? '');
    return h('figure', { class: 'block image-block' }, [
      block.title && h('figcaption', {}, textObject(block.title)),
      src ? h('img', { src, alt: block.alt_text ?? '', loading: 'lazy', referrerpolicy: 'no-referrer' }) : h('span', { class: 'unsupported' }, block.alt_text ?? '[image]'),
    ]);
  },

  rich_text: (block) => richText(block),

  markdown: (block) => h('div', { class: 'block prose' }, mrkdwn(String(block.text ?? '').replace(/\*\*(.+?)\*\*/g, '*$1*'))),

  file: (block) => h('div', { class: 'block context' }, `File ${block.external_id ?? ''}`),

  video: (block) => {
    const href = safeUrl(block.title_url ?? block.video_url ?? '');
    return h('div', { class: 'block section' }, href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, '▶ ', textObject(block.title)) : textObject(block.title));
  },
};

function input(block, form) {
  const inner = block.element ?? {};
  const ids = { label: freshId('label'), hint: freshId('hint'), error: freshId('error') };
  const many = ['radio_buttons', 'checkboxes'].includes(inner.type);
  const body = element(inner, block, form, { label: labelText(block.label), labelledBy: ids.label, describedBy: `${ids.hint} ${ids.error}` });
  const control = body.matches('input, textarea, select') ? body : body.querySelector('input, textarea, select, button');
  if (control && !many) control.id ||= freshId('input');
  return h('div', { class: 'block input-block', role: many ? 'group' : null, 'aria-labelledby': many ? ids.label : null }, [
    h('label', { id: ids.label, for: many ? null : control?.id }, textObject(block.label), block.optional && h('span', { class: 'optional' }, ' (optional)')),
    body,
    h('p', { class: 'hint', id: ids.hint, hidden: !block.hint }, block.hint && textObject(block.hint)),
    h('p', { class: 'field-error', id: ids.error, role: 'alert', hidden: true }),
  ]);
}

function labelText(label) {
  return h('span', {}, textObject(label)).textContent;
}

/** Writes the errors under their inputs, `{block_id: message}`, and puts the cursor into the first. */
export function showErrors(root, errors) {
  let first = null;
  for (const block of root.querySelectorAll('.input-block')) {
    const message = errors[block.dataset.block];
    const line = block.querySelector('.field-error');
    line.hidden = !message;
    line.replaceChildren(...(message ? plainText(message) : []));
    block.classList.toggle('wrong', Boolean(message));
    const control = block.querySelector('input, textarea, select, button');
    control?.setAttribute('aria-invalid', String(Boolean(message)));
    if (message) first ??= control;
  }
  first?.focus();
}

/** Block ids of inputs that must be filled in and are not. */
export function missing(list, values) {
  const required = (list ?? []).filter((block) => block.type === 'input' && !block.optional && isField(block.element));
  return required.filter((block) => isEmpty(values[block.block_id]?.[block.element.action_id])).map((block) => block.block_id);
}

function isEmpty(value) {
  return value === undefined || value === null || String(value).trim() === '' || (Array.isArray(value) && value.length === 0);
}

/** The blocks in one line of words. */
export function blocksSpoken(list) {
  const box = blocks(list, { act: async () => ({ ok: true }), fields: new Map() });
  return box.textContent.replace(/\s+/g, ' ').trim();
}
