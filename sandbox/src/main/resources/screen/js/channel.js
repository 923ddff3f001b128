/** A channel: its header, its messages and the box below. */

import { announce, h, keep } from './dom.js';
import { composer } from './composer.js';
import { control, inWords } from './control.js';
import { header } from './header.js';
import { icon } from './icons.js';
import { toast } from './layers.js';
import { live } from './live.js';
import { author } from './message.js';
import { messageList } from './messagelist.js';
import { mrkdwnInline, spoken } from './mrkdwn.js';
import { markRead, readUpTo, session } from './session.js';
import { isDirect, stream } from './workspace.js';
import { firstWords } from './writing.js';

const FEW = 4;

export function channelPane() {
  const list = messageList({ label: 'Messages', where: 'channel' });
  const top = h('header', { class: 'channel-header' });
  const foot = h('div', { class: 'foot' });
  const node = h('section', { class: 'channel' }, top, list.node, foot);
  let channel = null;
  let visit = { key: null, newFrom: null, last: null };
  const box = composer({ id: 'write', where: () => ({ channel, label: placeholder(channel), lastOwn: lastOwn(channel) }) });

  function newVisit(key, messages) {
    const read = readUpTo(channel.id);
    const unread = messages.find((message) => message.ts > (read ?? '0') && !live.workspace.isMe(message.user));
    visit = { key, newFrom: read === undefined ? null : (unread?.ts ?? null), last: messages.at(-1)?.ts ?? '0' };
  }

  function tellOfNew(messages) {
    const fresh = messages.filter((message) => message.ts > visit.last && !live.workspace.isMe(message.user));
    visit.last = messages.at(-1)?.ts ?? visit.last;
    if (fresh.length) announce(fresh.map((message) => `${author(message)}: ${spoken(message.text)}`).join('. '));
  }

  return {
    node,
    show: (ts) => list.show(ts),
    put: (text) => box.put(text),
    draw(now) {
      channel = now;
      const messages = stream(channel);
      const key = `${channel.id}@${session.as}`;
      if (visit.key !== key) newVisit(key, messages);
      else tellOfNew(messages);
      header(top, channel, { show: list.show });
      list.draw({ channel, key, messages, newFrom: visit.newFrom, before: [intro(channel, messages, box)] });
      foots(foot, channel, box);
      if (document.visibilityState === 'visible' && list.isAtEnd() && messages.length) markRead(channel.id, messages.at(-1).ts);
    },
  };
}

function placeholder(channel) {
  return isDirect(channel) ? `Message ${live.workspace.app.title}` : `Message #${channel.name}`;
}

export function lastOwn(channel, thread = null) {
  const own = (channel?.messages ?? []).filter((message) => live.workspace.isMe(message.user) && !message.subtype && !message.ephemeral_to);
  return own.filter((message) => (thread ? message.thread_ts === thread : !message.thread_ts || message.thread_ts === message.ts)).at(-1)?.ts;
}

/** The beginning of a channel, with something to try while it is nearly empty. */
function intro(channel, messages, box) {
  const { workspace } = live;
  const talk = messages.filter((message) => !message.subtype);
  const few = talk.length < FEW && !talk.some((message) => workspace.isApp(message.user) && !message.ephemeral_to);
  const open = !channel.archived && (workspace.hasMe(channel) || isDirect(channel));
  const tries = few && open ? firstWords(workspace) : [];
  const connected = workspace.app.connected;
  return {
    key: 'intro',
    sig: [channel.id, channel.name, channel.purpose, channel.topic, tries, few, connected, workspace.names],
    build: () =>
      h('div', { class: 'intro', dataset: { testid: 'intro' } }, [
        h('h2', {}, isDirect(channel) ? workspace.app.title : [icon(channel.private ? 'lock' : 'hash'), channel.name]),
        h('p', { class: 'prose' }, isDirect(channel) ? 'Between you and the app: what it tells you in private, and what you ask it.' : [`This is the beginning of #${channel.name}. `, ...mrkdwnInline(channel.purpose)]),
        few && open && suggestions(tries, workspace, box),
      ]),
  };
}

function suggestions(tries, workspace, box) {
  if (tries.length === 0) {
    return h('p', { class: 'muted' }, workspace.app.connected ? 'The app has no slash commands yet. Say something below.' : 'No bot is connected yet, so nobody answers commands. People can already talk: say something below.');
  }
  return h('div', { class: 'tries' }, h('span', { class: 'muted' }, 'Try'), tries.map((words) => h('button', { type: 'button', class: 'try', onclick: () => box.put(words) }, words)));
}

function foots(foot, channel, box) {
  const member = live.workspace.hasMe(channel) || isDirect(channel);
  if (channel.archived) keep(foot, [bar('archived', [icon('archive'), ' This channel is archived. It can be read, not written to.'])]);
  else if (!member) keep(foot, [bar('outside', [h('span', {}, 'You are looking at ', h('strong', {}, `#${channel.name}`)), joinButton(channel)], channel.id)]);
  else {
    keep(foot, [{ key: 'composer', build: () => box.node }]);
    box.draw();
  }
}

function bar(key, content, sig) {
  return { key, sig, build: () => h('div', { class: 'bar' }, content) };
}

function joinButton(channel) {
  return h('button', { type: 'button', class: 'button primary', onclick: () => join(channel) }, 'Join channel');
}

export async function join(channel) {
  const answer = await control.join(channel.id);
  if (!answer.ok) toast(inWords(answer.error));
}
