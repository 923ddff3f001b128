/** The app's forms. Of a stack of views only the top one is seen, as in Slack. */

import { h } from './dom.js';
import { blocks, missing, showErrors } from './blocks.js';
import { control, inWords } from './control.js';
import { dialog } from './layers.js';
import { live } from './live.js';
import { plainText, textObject } from './mrkdwn.js';

let open = null;

export function modals() {
  const { views } = live.workspace;
  const [view] = views;
  if (open && open.id !== view?.id) {
    open.remember();
    open.shown.close();
    open = null;
  }
  if (!view) return;
  open ??= show(view);
  open.draw(view, views.length);
}

/** What was entered in views that another one covers, by view id. */
const covered = new Map();

function show(view) {
  const body = h('form', { class: 'view-form', novalidate: true });
  const problem = h('p', { class: 'field-error', role: 'alert', hidden: true });
  const footer = h('div', { class: 'view-footer' });
  const shown = dialog({ title: textObject(view.title), body: [body, problem], footer, className: 'view', onCancel: () => close() });
  shown.node.dataset.testid = 'modal';
  let current = null;
  let sig = null;
  let fields = new Map();
  let told = new Map();

  const say = (text) => {
    problem.hidden = !text;
    problem.replaceChildren(...(text ? plainText(text) : []));
  };
  const written = () => new Map([...fields].map(([key, field]) => [key, field.read()]));
  const values = () => {
    const out = {};
    for (const { block, action, read } of fields.values()) (out[block] ??= {})[action] = read();
    return out;
  };
  const close = async () => {
    const answer = await control.close(current.id);
    if (!answer.ok) say(inWords(answer.error));
  };
  const act = async (...use) => {
    await keepWritten();
    const answer = await control.click({ view: current.id }, ...use);
    say(failure(answer));
    return answer;
  };
  /** What is written in inputs so far goes along with a press elsewhere, as the app may look at it. */
  const keepWritten = async () => {
    for (const [key, field] of fields) {
      const value = field.read();
      if (field.input && JSON.stringify(value) !== JSON.stringify(told.get(key) ?? null)) {
        told.set(key, value);
        await control.click({ view: current.id }, field.block, field.action, value ?? '');
      }
    }
  };
  const submit = async () => {
    const empty = missing(current.blocks, values());
    if (empty.length) {
      showErrors(body, Object.fromEntries(empty.map((block) => [block, 'Please complete this required field.'])));
      return;
    }
    showErrors(body, {});
    say(null);
    shown.node.classList.add('busy');
    const answer = await control.submit(current.id, values());
    shown.node.classList.remove('busy');
    if (answer.reply?.errors) refuse(answer.reply.errors);
    else say(failure(answer));
  };
  const refuse = (errors) => {
    showErrors(body, errors);
    const blocksHere = new Set(current.blocks.map((block) => block.block_id));
    const homeless = Object.entries(errors).filter(([block]) => !blocksHere.has(block));
    if (homeless.length) say(homeless.map(([, text]) => text).join(' '));
  };
  body.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });

  return {
    id: view.id,
    shown,
    remember: () => covered.set(current.id, written()),
    draw(now, depth) {
      current = now;
      const next = JSON.stringify([now.blocks, now.title, now.submit, now.close, depth]);
      if (next === sig) return;
      const first = sig === null;
      const focus = shown.node.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
      const before = first ? covered.get(now.id) : written();
      sig = next;
      fields = new Map();
      shown.node.querySelector('h2').replaceChildren(...textObject(now.title));
      body.replaceChildren(blocks(now.blocks, { fields, before, act }), h('button', { type: 'submit', class: 'unseen', tabindex: '-1', 'aria-hidden': 'true' }));
      footer.replaceChildren(...buttons(now, depth, close, submit));
      told = written();
      refocus(body, focus, first);
    },
  };
}

/** Why nothing came of it, in words; or null. */
function failure(answer) {
  if (!answer.ok) return inWords(answer.error);
  return answer.reply.failure ? inWords(answer.reply.failure) : null;
}

function buttons(view, depth, close, submit) {
  const hasInput = (view.blocks ?? []).some((block) => block.type === 'input');
  return [
    depth > 1 && h('span', { class: 'muted depth' }, `Step ${depth}: closing goes back`),
    h('button', { type: 'button', class: 'button', dataset: { focus: 'view-close' }, onclick: close }, view.close ? textObject(view.close) : view.submit ? 'Cancel' : 'Close'),
    (view.submit || hasInput) && h('button', { type: 'button', class: 'button primary', dataset: { focus: 'view-submit', testid: 'modal-submit' }, onclick: submit }, view.submit ? textObject(view.submit) : 'Submit'),
  ].filter(Boolean);
}

function refocus(body, focus, first) {
  const same = focus && body.querySelector(`[data-focus="${CSS.escape(focus)}"]`);
  if (same) same.focus();
  else if (first) (body.querySelector('[autofocus]') ?? body.querySelector('input, textarea, select, .chooser'))?.focus();
}
