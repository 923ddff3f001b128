/** The top of a channel: name, topic, people, pins and bookmarks. */

import { h, keep, safeUrl } from './dom.js';
import { control, inWords } from './control.js';
import { blocksSpoken } from './blocks.js';
import { emoji } from './emoji.js';
import { icon } from './icons.js';
import { closePanel, openMenu, openPanel, panelIsOpenFor, toast } from './layers.js';
import { live } from './live.js';
import { author } from './message.js';
import { mrkdwnInline, spoken } from './mrkdwn.js';
import { appBadge, avatar } from './people.js';
import { invite, setTopic } from './questions.js';
import { goHome } from './session.js';
import { ago, when } from './time.js';
import { isDirect } from './workspace.js';

/** @param to `{show(ts)}` brings a message into sight */
export function header(node, channel, to) {
  const { workspace } = live;
  keep(node, [
    {
      key: 'bar',
      sig: [channel.id, channel.name, channel.topic, channel.private, channel.archived, channel.members, channel.pins, workspace.names, workspace.app],
      build: () => h('div', { class: 'header-bar' }, [menuButton(), title(channel), isDirect(channel) ? homeButton() : tools(channel, to)]),
    },
    channel.bookmarks?.length && { key: 'bookmarks', sig: channel.bookmarks, build: () => bookmarks(channel) },
  ]);
}

export function menuButton() {
  return h('button', { type: 'button', class: 'icon-button drawer-button', 'aria-label': 'Open the sidebar', dataset: { focus: 'drawer' }, onclick: () => document.dispatchEvent(new CustomEvent('drawer')) }, icon('menu'));
}

function title(channel) {
  if (isDirect(channel)) return h('div', { class: 'title' }, h('h1', {}, live.workspace.app.title, ' ', appBadge()));
  return h('div', { class: 'title' }, [
    h('h1', { dataset: { testid: 'channel-name' } }, icon(channel.private ? 'lock' : 'hash'), channel.name, channel.archived && h('span', { class: 'tag' }, 'archived')),
    channel.topic && h('p', { class: 'topic', title: spoken(channel.topic), dataset: { testid: 'topic' } }, mrkdwnInline(channel.topic)),
  ]);
}

function homeButton() {
  return h('button', { type: 'button', class: 'button', onclick: goHome }, 'Home tab');
}

function tools(channel, to) {
  return h('div', { class: 'tools' }, [pinsButton(channel, to), membersButton(channel), moreButton(channel)]);
}

function counted(picture, count, label, focus) {
  return h('button', { type: 'button', class: 'count-button', 'aria-label': label, title: label, 'aria-haspopup': 'dialog', 'aria-expanded': 'false', dataset: { focus } }, icon(picture), String(count));
}

function toggles(button, content, options) {
  button.addEventListener('click', () => (panelIsOpenFor(button) ? closePanel() : openPanel(button, content(), options)));
  return button;
}

function membersButton(channel) {
  const members = channel.members ?? [];
  const button = counted('people', members.length, `${members.length} members`, 'members');
  return toggles(button, () => [h('h3', {}, 'Members'), h('ul', { class: 'plain' }, members.map((member) => h('li', {}, avatar(member, 'small'), h('span', {}, live.workspace.nameOf(member)), h('small', {}, `@${live.workspace.person(member)?.name ?? member}`))))], {
    label: 'Members',
  });
}

function pinsButton(channel, to) {
  const pins = channel.pins ?? [];
  const button = counted('pin', pins.length, `${pins.length} pinned`, 'pins');
  const found = () => pins.map((ts) => live.workspace.message(channel, ts)).filter(Boolean);
  return toggles(button, () => [h('h3', {}, 'Pinned'), pins.length === 0 ? h('p', { class: 'muted' }, 'Nothing yet. Pin a message from its menu.') : h('ul', { class: 'plain pins' }, found().map((message) => h('li', {}, pinned(message, to))))], { label: 'Pinned messages' });
}

function pinned(message, to) {
  const words = spoken(message.text) || blocksSpoken(message.blocks);
  return h(
    'button',
    {
      type: 'button',
      onclick: () => {
        closePanel();
        to.show(message.ts);
      },
    },
    h('small', {}, `${author(message)} · ${ago(when(message.ts))}`),
    h('span', {}, words.slice(0, 240)),
  );
}

function moreButton(channel) {
  const button = h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Channel actions', 'aria-haspopup': 'menu', 'aria-expanded': 'false', dataset: { focus: 'channel-more' } }, icon('dots'));
  const member = live.workspace.hasMe(channel);
  const open = !channel.archived;
  const entries = [
    open && member && { label: 'Set the topic', act: () => setTopic(channel) },
    open && member && { label: 'Invite somebody', act: () => invite(channel) },
    { label: 'Copy channel id', note: channel.id, act: () => navigator.clipboard?.writeText(channel.id) },
    null,
    open && !member && { label: 'Join channel', act: () => told(control.join(channel.id)) },
    open && member && { label: 'Leave channel', danger: true, act: () => told(control.leave(channel.id)) },
    open ? { label: 'Archive channel', danger: true, act: () => told(control.archive(channel.id)) } : { label: 'Unarchive channel', act: () => told(control.archive(channel.id, true)) },
  ].filter((entry) => entry !== false);
  button.addEventListener('click', () => openMenu(button, entries, { label: 'Channel actions' }));
  return button;
}

async function told(answering) {
  const answer = await answering;
  if (!answer.ok) toast(inWords(answer.error));
}

function bookmarks(channel) {
  return h('ul', { class: 'bookmarks', 'aria-label': 'Bookmarks', dataset: { testid: 'bookmarks' } }, channel.bookmarks.map((bookmark) => h('li', {}, bookmarkLink(bookmark))));
}

function bookmarkLink({ title, link, emoji: name }) {
  const href = safeUrl(link ?? '');
  const picture = emoji((name ?? '').replaceAll(':', '')) ?? icon('link');
  return href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, picture, h('span', {}, title)) : h('span', {}, picture, h('span', {}, title));
}
