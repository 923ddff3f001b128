/** Interactive elements of Block Kit. What a person chooses in one is a string, a list of strings, or null for nothing. */

import { h, safeUrl } from './dom.js';
import { emoji } from './emoji.js';
import { icon } from './icons.js';
import { ask, openMenu } from './layers.js';
import { chooser } from './chooser.js';
import { spoken, textObject, unescape } from './mrkdwn.js';
import { live } from './live.js';
import { isDirect } from './workspace.js';

/** @param naming what a label around the element gives it: `{label, labelledBy, describedBy}`. */
export function element(spec, block, form, naming = {}) {
  const draw = DRAW[spec.type];
  if (!draw) return h('span', { class: 'unsupported' }, `[unsupported element: ${spec.type}]`);
  const node = draw(spec, { block, form, naming });
  node.dataset.action = spec.action_id ?? '';
  node.dataset.elementType = spec.type;
  return node;
}

export function isField(spec) {
  return Boolean(spec) && spec.type in FIELDS;
}

const FIELDS = {
  plain_text_input: (spec, at) =>
    typed(spec, at, spec.multiline ? h('textarea', { class: 'field', rows: 4 }) : h('input', { class: 'field', type: 'text', autocomplete: 'off' })),
  rich_text_input: (spec, at) => typed({ ...spec, initial_value: null, multiline: true }, at, h('textarea', { class: 'field', rows: 4 })),
  email_text_input: (spec, at) => typed(spec, at, h('input', { class: 'field', type: 'email', autocomplete: 'off' })),
  url_text_input: (spec, at) => typed(spec, at, h('input', { class: 'field', type: 'url', autocomplete: 'off' })),
  number_input: (spec, at) =>
    typed(spec, at, h('input', { class: 'field', type: 'number', step: spec.is_decimal_allowed ? 'any' : '1', min: spec.min_value, max: spec.max_value })),
  datepicker: (spec, at) => picked(spec, at, h('input', { class: 'field', type: 'date' }), spec.initial_date),
  timepicker: (spec, at) => picked(spec, at, h('input', { class: 'field', type: 'time' }), spec.initial_time),
  datetimepicker: (spec, at) => dateTime(spec, at),
  static_select: (spec, at) => select(spec, at, options(spec), spec.initial_option?.value),
  users_select: (spec, at) => select(spec, at, people(), spec.initial_user),
  conversations_select: (spec, at) => select(spec, at, conversations(), spec.initial_conversation),
  channels_select: (spec, at) => select(spec, at, conversations(), spec.initial_channel),
  multi_static_select: (spec, at) => several(spec, at, options(spec), (spec.initial_options ?? []).map((option) => option.value)),
  multi_users_select: (spec, at) => several(spec, at, people(), spec.initial_users ?? []),
  multi_conversations_select: (spec, at) => several(spec, at, conversations(), spec.initial_conversations ?? []),
  multi_channels_select: (spec, at) => several(spec, at, conversations(), spec.initial_channels ?? []),
  radio_buttons: (spec, at) => ticks(spec, at, 'radio', [spec.initial_option?.value].filter(Boolean)),
  checkboxes: (spec, at) => ticks(spec, at, 'checkbox', (spec.initial_options ?? []).map((option) => option.value)),
};

const DRAW = {
  ...FIELDS,
  button: (spec, at) => button(spec, at),
  overflow: (spec, at) => overflow(spec, at),
  image: (spec) => image(spec),
};

/* Fields: what they hold can be read, is kept when the form is drawn again, and may be told at once. */

/** Registers a field and fills it with what was entered before, or with its first value. */
function register(spec, { block, form }, field, initial) {
  const key = `${block.block_id}/${spec.action_id}`;
  field.write(form.before?.has(key) ? form.before.get(key) : (initial ?? null));
  form.fields.set(key, { block: block.block_id, action: spec.action_id, input: block.type === 'input' && !block.dispatch_action, ...field });
}

function tellsAtOnce(spec, { block }) {
  return block.type !== 'input' || block.dispatch_action === true;
}

function name(control, spec, { naming }) {
  if (naming.describedBy) control.setAttribute('aria-describedby', naming.describedBy);
  if (!naming.labelledBy) control.setAttribute('aria-label', placeholder(spec) || spec.action_id || spec.type);
  control.dataset.focus = `${spec.action_id}`;
  return control;
}

function placeholder(spec) {
  return spec.placeholder ? spoken(spec.placeholder.text) : '';
}

function typed(spec, at, control) {
  name(control, spec, at).placeholder = placeholder(spec);
  if (spec.max_length) control.maxLength = spec.max_length;
  if (spec.min_length) control.minLength = spec.min_length;
  if (spec.focus_on_load) control.autofocus = true;
  const field = {
    control,
    read: () => (control.value === '' ? null : control.value),
    write: (value) => {
      control.value = value ?? '';
    },
  };
  register(spec, at, field, spec.initial_value);
  if (tellsAtOnce(spec, at)) dispatchTyped(spec, at, control, field);
  return control;
}

function dispatchTyped(spec, at, control, field) {
  const on = spec.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  let timer;
  control.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || (spec.multiline && event.shiftKey) || !on.includes('on_enter_pressed')) return;
    event.preventDefault();
    act(spec, at, field.read());
  });
  control.addEventListener('input', () => {
    if (!on.includes('on_character_entered')) return;
    clearTimeout(timer);
    timer = setTimeout(() => act(spec, at, field.read()), 400);
  });
}

function picked(spec, at, control, initial) {
  name(control, spec, at);
  const field = {
    control,
    read: () => control.value || null,
    write: (value) => {
      control.value = value ?? '';
    },
  };
  register(spec, at, field, initial);
  control.addEventListener('change', () => tellsAtOnce(spec, at) && act(spec, at, field.read()));
  return control;
}

/** Slack speaks seconds since 1970, the browser local time. */
function dateTime(spec, at) {
  const control = name(h('input', { class: 'field', type: 'datetime-local' }), spec, at);
  const field = {
    control,
    read: () => (control.value ? Math.floor(new Date(control.value).getTime() / 1000) : null),
    write: (seconds) => {
      control.value = seconds ? localMinute(new Date(seconds * 1000)) : '';
    },
  };
  register(spec, at, field, spec.initial_date_time);
  control.addEventListener('change', () => tellsAtOnce(spec, at) && act(spec, at, field.read()));
  return control;
}

function localMinute(date) {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

function select(spec, at, choices, initial) {
  const control = name(h('select', { class: 'field' }), spec, at);
  control.append(h('option', { value: '' }, placeholder(spec) || 'Choose…'));
  for (const group of grouped(choices)) {
    const entries = group.choices.map((choice) => h('option', { value: choice.value }, choice.text));
    control.append(...(group.label ? [h('optgroup', { label: group.label }, entries)] : entries));
  }
  const field = {
    control,
    read: () => control.value || null,
    write: (value) => {
      control.value = value ?? '';
    },
  };
  register(spec, at, field, initial);
  control.addEventListener('change', async () => {
    if (!tellsAtOnce(spec, at) || !control.value) return;
    if (!(await act(spec, at, control.value))) field.write(initial);
  });
  return control;
}

function grouped(choices) {
  const groups = new Map();
  choices.forEach((choice) => groups.set(choice.group ?? '', [...(groups.get(choice.group ?? '') ?? []), choice]));
  return [...groups].map(([label, inside]) => ({ label, choices: inside }));
}

function several(spec, at, choices, initial) {
  const field = chooser({
    choices,
    placeholder: placeholder(spec) || 'Choose…',
    most: spec.max_selected_items,
    label: at.naming.label || placeholder(spec) || spec.action_id,
    onDone: () => tellsAtOnce(spec, at) && act(spec, at, field.read()),
  });
  if (at.naming.describedBy) field.control.setAttribute('aria-describedby', at.naming.describedBy);
  field.control.dataset.focus = spec.action_id;
  register(spec, at, field, initial);
  return field.node;
}

function ticks(spec, at, type, initial) {
  const group = `${at.block.block_id}-${spec.action_id}-${Math.random().toString(36).slice(2)}`;
  const boxes = (spec.options ?? []).map((option) => h('input', { type, name: group, value: option.value, dataset: { focus: `${spec.action_id}-${option.value}` } }));
  const field = {
    read: () => {
      const on = boxes.filter((box) => box.checked).map((box) => box.value);
      return type === 'radio' ? (on[0] ?? null) : on;
    },
    write: (value) => {
      const on = [value ?? []].flat();
      boxes.forEach((box) => {
        box.checked = on.includes(box.value);
      });
    },
  };
  register(spec, at, field, type === 'radio' ? initial[0] : initial);
  const node = h('div', { class: 'ticks' }, (spec.options ?? []).map((option, i) => tick(option, boxes[i])));
  node.addEventListener('change', () => tellsAtOnce(spec, at) && act(spec, at, field.read()));
  return node;
}

function tick(option, box) {
  return h('label', { class: 'tick' }, box, h('span', {}, h('span', {}, textObject(option.text)), option.description && h('small', {}, textObject(option.description))));
}

/* Choices. */

function options(spec) {
  const groups = spec.option_groups ?? [{ options: spec.options ?? [] }];
  return groups.flatMap((group) =>
    (group.options ?? []).map((option) => ({ value: option.value, text: optionText(option), group: group.label ? spoken(group.label.text) : undefined })),
  );
}

/** Options hold plain text: emoji become characters, as no markup fits into them. */
function optionText(option) {
  return unescape(option.text?.text ?? option.value ?? '').replace(/:([a-z0-9_+-]+):/g, (written, word) => emoji(word) ?? written);
}

function people() {
  return live.workspace.people.filter((person) => !person.is_bot).map((person) => ({ value: person.id, text: person.real_name || person.name }));
}

function conversations() {
  const workspace = live.workspace;
  return workspace.channels
    .filter((channel) => !channel.archived && !isDirect(channel) && (!channel.private || workspace.hasMe(channel)))
    .map((channel) => ({ value: channel.id, text: `#${channel.name}` }));
}

/* Actions. */

function button(spec, at) {
  const style = spec.style === 'primary' || spec.style === 'danger' ? spec.style : '';
  const node = h('button', { type: 'button', class: `button ${style}`, dataset: { focus: `${at.block.block_id}-${spec.action_id}` }, 'aria-label': spec.accessibility_label }, textObject(spec.text));
  node.addEventListener('click', () => press(node, spec, at));
  return node;
}

async function press(node, spec, at) {
  const url = spec.url && safeUrl(spec.url);
  if (url) window.open(url, '_blank', 'noopener,noreferrer');
  node.classList.add('busy');
  node.setAttribute('aria-busy', 'true');
  await act(spec, at, spec.value);
  node.classList.remove('busy');
  node.removeAttribute('aria-busy');
}

function overflow(spec, at) {
  const node = h('button', { type: 'button', class: 'button overflow', 'aria-label': 'More actions', 'aria-haspopup': 'menu', 'aria-expanded': 'false', dataset: { focus: `${at.block.block_id}-${spec.action_id}` } }, icon('dots'));
  const entries = (spec.options ?? []).map((option) => ({ label: textObject(option.text), note: option.description && textObject(option.description), act: () => chosen(option) }));
  const chosen = (option) => {
    const url = option.url && safeUrl(option.url);
    if (url) window.open(url, '_blank', 'noopener,noreferrer');
    return act(spec, at, option.value);
  };
  node.addEventListener('click', () => openMenu(node, entries, { label: 'More actions' }));
  return node;
}

function image(spec) {
  const src = safeUrl(spec.image_url ?? spec.slack_file?.url ?? '');
  if (!src) return h('span', { class: 'unsupported' }, spec.alt_text ?? '[image]');
  return h('img', { class: 'thumbnail', src, alt: spec.alt_text ?? '', loading: 'lazy', referrerpolicy: 'no-referrer' });
}

/** Tells the app, after asking where the element wants to be asked about. Says whether it happened. */
async function act(spec, { block, form }, value) {
  if (spec.confirm && !(await confirmed(spec.confirm))) return false;
  return (await form.act(block.block_id, spec.action_id, value ?? undefined)).ok;
}

function confirmed(confirm) {
  return ask({
    title: textObject(confirm.title),
    body: h('div', { class: 'prose' }, textObject(confirm.text)),
    yes: confirm.confirm ? textObject(confirm.confirm) : 'Yes',
    no: confirm.deny ? textObject(confirm.deny) : 'Cancel',
    danger: confirm.style === 'danger',
  });
}
