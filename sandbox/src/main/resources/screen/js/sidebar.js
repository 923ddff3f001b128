/** Whom to be, and where to go. */

import { h, keep, unseen } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './layers.js';
import { live } from './live.js';
import { avatar } from './people.js';
import { newChannel, newPerson } from './questions.js';
import { atHome, go, goHome, readUpTo, session } from './session.js';
import { isDirect, stream } from './workspace.js';

const NOTHING = { count: 0, pings: 0 };

export function sidebar(node) {
  const { workspace } = live;
  keep(node, [
    { key: 'brand', build: brand },
    { key: 'person', sig: [workspace.me, workspace.people], build: personButton },
    { key: 'app', sig: [workspace.app], build: appLinks, update: drawApp },
    { key: 'joined', build: joined, update: (node) => links(node, workspace.joined(), 'You are in no channel yet: join one below.') },
    workspace.browsable().length && { key: 'browse', build: () => section(h('h2', {}, 'Others to join')), update: (node) => links(node, workspace.browsable()) },
    workspace.archived().length && { key: 'archived', build: archived, update: drawArchived },
    { key: 'foot', build: foot },
  ]);
}

function here() {
  return atHome() ? null : live.workspace.channel(session.place);
}

function brand() {
  return h('div', { class: 'brand' }, h('img', { src: '/screen/app.svg', alt: '', width: 30, height: 30 }), h('div', {}, h('strong', {}, 'Coalmine'), h('small', {}, 'sandbox workspace')));
}

function personButton() {
  const { me, people } = live.workspace;
  const button = h('button', { type: 'button', class: 'whoami', 'aria-haspopup': 'menu', 'aria-expanded': 'false', dataset: { testid: 'person-switcher', focus: 'person' } }, [
    avatar(me.id),
    h('span', { class: 'who' }, h('small', {}, 'You are '), h('strong', {}, me.real_name || me.name), unseen(', be somebody else')),
    icon('down'),
  ]);
  const entries = () => [
    ...people
      .filter((person) => !person.is_bot)
      .map((person) => ({ label: person.real_name || person.name, note: [`@${person.name}`, person.tz].filter(Boolean).join(' · '), before: avatar(person.id, 'small'), checked: person.id === me.id, act: () => go({ as: person.name }) })),
    null,
    { label: 'Somebody new…', act: newPerson },
  ];
  button.addEventListener('click', () => openMenu(button, entries(), { label: 'Be somebody else', className: 'people-menu' }));
  return button;
}

function appLinks() {
  const { app } = live.workspace;
  const messages = () => go({ place: live.workspace.direct()?.id ?? '@app' });
  return h('section', { class: 'places' }, [
    h('h2', {}, app.title, h('span', { class: app.connected ? 'dot on' : 'dot', title: app.connected ? 'connected' : 'not connected' }), h('small', {}, app.connected ? 'connected' : 'not connected')),
    h('ul', {}, [
      h('li', {}, h('button', { type: 'button', dataset: { testid: 'app-home', focus: 'app-home' }, onclick: goHome }, icon('home'), h('span', {}, 'Home'))),
      h('li', {}, h('button', { type: 'button', dataset: { testid: 'app-messages', focus: 'app-messages' }, onclick: messages }, icon('chat'), h('span', {}, 'Messages'))),
    ]),
  ]);
}

function drawApp(node) {
  const direct = live.workspace.direct();
  const [home, messages] = node.querySelectorAll('button');
  mark(home, atHome(), NOTHING);
  mark(messages, session.place === '@app' || (direct && here()?.id === direct.id), unread(direct));
}

function newChannelButton() {
  return h('button', { type: 'button', class: 'new-channel', 'aria-label': 'New channel', title: 'New channel', dataset: { focus: 'new-channel' }, onclick: newChannel }, icon('plus'));
}

function section(heading) {
  return h('section', { class: 'places' }, heading, h('ul'));
}

function joined() {
  return section(h('h2', {}, 'Channels', newChannelButton()));
}

function archived() {
  return h('details', { class: 'places' }, h('summary', { dataset: { focus: 'archived' } }), h('ul'));
}

function drawArchived(node) {
  const channels = live.workspace.archived();
  node.querySelector('summary').textContent = `Archived (${channels.length})`;
  if (channels.includes(here())) node.open = true;
  links(node, channels);
}

/** A link stays the same node whatever is new in its channel: a click under way would be lost with the node. */
function links(node, channels, empty) {
  keep(node.querySelector('ul'), [
    !channels.length && empty && { key: 'empty', build: () => h('li', { class: 'muted' }, empty) },
    ...channels.map((channel) => ({ key: channel.id, sig: [channel.name, channel.private, channel.archived], build: () => channelLink(channel), update: (item) => drawLink(item.firstChild, channel) })),
  ]);
}

function channelLink(channel) {
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', title: channel.name, dataset: { channel: channel.name, focus: `channel-link-${channel.id}` }, onclick: () => go({ place: channel.name }) },
      icon(channel.archived ? 'archive' : channel.private ? 'lock' : 'hash'),
      h('span', {}, channel.name),
    ),
  );
}

function drawLink(button, channel) {
  const current = channel === here();
  mark(button, current, current ? NOTHING : unread(channel));
}

/** Whether one is there, and what is new there. */
function mark(button, current, news) {
  button.className = news.count ? 'place unread' : 'place';
  if (current) button.setAttribute('aria-current', 'page');
  else button.removeAttribute('aria-current');
  const shown = button.querySelector('.badge');
  const badged = badge(news);
  if (shown?.textContent !== badged?.textContent) {
    shown?.remove();
    if (badged) button.append(badged);
  }
}

function badge({ pings }) {
  return pings ? h('span', { class: 'badge', 'aria-label': `${pings} mentions` }, String(pings)) : null;
}

/** What came since I last looked: how much, and how much of it calls me. */
function unread(channel) {
  if (!channel || channel.archived) return NOTHING;
  const { workspace } = live;
  if (!workspace.hasMe(channel)) return NOTHING;
  const read = readUpTo(channel.id) ?? '0';
  const fresh = stream(channel).filter((message) => message.ts > read && !workspace.isMe(message.user) && !/_(join|leave)$/.test(message.subtype ?? ''));
  const pings = fresh.filter((message) => isDirect(channel) || calls(message, workspace.me.name));
  return { count: fresh.length, pings: pings.length };
}

function calls(message, name) {
  return (message.mentions ?? []).some((called) => [name, '!channel', '!here', '!everyone'].includes(called));
}

function foot() {
  return h('p', { class: 'sidebar-foot' }, 'No real Slack is involved. Open a second window to be two people at once.');
}
