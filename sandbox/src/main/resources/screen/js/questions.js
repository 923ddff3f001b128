/** Small forms of the page itself: somebody new, a new channel, its topic, whom to invite. */

import { freshId, h } from './dom.js';
import { control, inWords } from './control.js';
import { dialog } from './layers.js';
import { live } from './live.js';
import { go } from './session.js';
import { fromSlack } from './writing.js';

export function newChannel() {
  const name = h('input', { class: 'field', type: 'text', maxlength: 80, autocomplete: 'off', placeholder: 'plan-the-launch' });
  const secret = h('input', { type: 'checkbox' });
  form({
    title: 'New channel',
    yes: 'Create',
    content: [labelled('Name', name), h('label', { class: 'tick' }, secret, h('span', {}, 'Private: only who is invited can see it'))],
    submit: () => control.create(name.value.trim().toLowerCase().replaceAll(' ', '-'), secret.checked || undefined),
    then: (reply) => go({ place: reply.name ?? name.value }),
  });
}

export function newPerson() {
  const name = h('input', { class: 'field', type: 'text', maxlength: 21, autocomplete: 'off', placeholder: 'frida' });
  const realName = h('input', { class: 'field', type: 'text', maxlength: 80, autocomplete: 'off', placeholder: 'Frida Fischer' });
  form({
    title: 'Somebody new',
    yes: 'Add',
    content: [labelled('Name after the @', name), labelled('Full name', realName)],
    submit: () => control.person(name.value.trim().toLowerCase(), realName.value.trim()),
    then: (reply) => go({ as: reply.name }),
  });
}

export function setTopic(channel) {
  const text = h('input', { class: 'field', type: 'text', maxlength: 250, value: fromSlack(channel.topic, live.workspace) });
  form({ title: 'Topic', yes: 'Save', content: labelled('What is going on here?', text), submit: () => control.topic(channel.id, text.value) });
}

export function invite(channel) {
  const { people } = live.workspace;
  const inside = new Set(channel.members ?? []);
  const others = people.filter((person) => !inside.has(person.name) && !inside.has(person.id));
  const who = h('select', { class: 'field' }, others.map((person) => h('option', { value: person.name }, person.real_name || person.name)));
  form({ title: `Invite to #${channel.name}`, yes: 'Invite', content: others.length ? labelled('Whom?', who) : h('p', {}, 'Everybody is here already.'), submit: () => control.invite(channel.id, who.value) });
}

function labelled(text, control) {
  control.id = freshId('question');
  return h('div', { class: 'input-block' }, h('label', { for: control.id }, text), control);
}

function form({ title, yes, content, submit, then }) {
  const error = h('p', { class: 'field-error', role: 'alert', hidden: true });
  const id = freshId('form');
  const body = h('form', { id, class: 'question-form' }, content, error);
  const close = () => shown.close();
  const shown = dialog({
    title,
    body,
    className: 'question',
    onCancel: () => close(),
    footer: [h('button', { type: 'button', class: 'button', onclick: () => close() }, 'Cancel'), h('button', { type: 'submit', class: 'button primary', form: id }, yes)],
  });
  body.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await submit();
    error.hidden = answer.ok;
    error.textContent = answer.ok ? '' : inWords(answer.error);
    if (!answer.ok) return;
    close();
    then?.(answer.reply);
  });
  body.querySelector('.field')?.focus();
}
