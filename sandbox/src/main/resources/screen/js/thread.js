/** The pane beside the channel: one message and its answers. */

import { h, keep } from './dom.js';
import { composer } from './composer.js';
import { icon } from './icons.js';
import { live } from './live.js';
import { lastOwn } from './channel.js';
import { messageList } from './messagelist.js';
import { go, session } from './session.js';
import { isDirect, replies } from './workspace.js';

export function threadPane(aside) {
  const list = messageList({ label: 'Thread', where: 'thread' });
  const foot = h('div', { class: 'foot' });
  const where = h('small', {});
  const close = h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close thread', onclick: () => leave() }, icon('close'));
  let channel = null;
  let shown = null;
  const box = composer({ id: 'answer', where: () => ({ channel, thread: session.thread, label: 'Reply…', lastOwn: lastOwn(channel, session.thread) }) });
  aside.append(h('header', { class: 'channel-header' }, h('div', { class: 'header-bar' }, h('div', { class: 'title' }, h('h2', {}, 'Thread', ' ', where)), close)), list.node, foot);
  aside.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) leave();
  });

  function leave() {
    const from = session.thread;
    go({ thread: null });
    queueMicrotask(() => (document.querySelector(`#main [data-ts="${CSS.escape(from ?? '')}"]`) ?? document.getElementById('write'))?.focus());
  }

  return (now) => {
    channel = now;
    const parent = channel && session.thread && live.workspace.message(channel, session.thread);
    aside.hidden = !parent;
    const key = parent ? `${channel.id}/${session.thread}@${session.as}` : null;
    const opened = key !== shown;
    shown = key;
    if (!parent) return;
    const answers = replies(channel, session.thread);
    where.textContent = isDirect(channel) ? '' : `#${channel.name}`;
    list.draw({ channel, key, messages: [parent, ...answers], newFrom: null });
    const open = !channel.archived && (live.workspace.hasMe(channel) || isDirect(channel));
    keep(foot, [open ? { key: 'composer', build: () => box.node } : { key: 'closed', build: () => h('div', { class: 'bar' }, 'You can read this thread, not answer in it.') }]);
    box.draw();
    if (opened && open) box.area.focus();
  };
}
