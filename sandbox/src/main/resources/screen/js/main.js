/** Puts the panes together and draws them whenever the workspace or the place changes. */

import { announce, h, keep } from './dom.js';
import { channelPane } from './channel.js';
import { homePane } from './home.js';
import { closePanel } from './layers.js';
import { live, onChange, refresh, startLive } from './live.js';
import { modals } from './modal.js';
import { atHome, firstReading, go, onMove, session, startSession } from './session.js';
import { sidebar } from './sidebar.js';
import { threadPane } from './thread.js';

const screen = document.getElementById('screen');
const main = document.getElementById('main');
const side = document.getElementById('sidebar');
const veil = document.getElementById('veil');
const channels = channelPane();
const home = homePane();
const thread = threadPane(document.getElementById('thread'));

function draw() {
  notices();
  const { workspace } = live;
  if (!workspace?.isMe(session.as)) return;
  firstReading(workspace.channels);
  const channel = place(workspace);
  keep(main, [atHome() ? { key: 'home', build: () => home.node } : { key: 'channel', build: () => channels.node }]);
  if (atHome()) {
    home.enter();
    home.draw();
  } else {
    home.leave();
    channels.draw(channel);
  }
  sidebar(side);
  thread(atHome() ? null : channel);
  screen.classList.toggle('with-thread', !document.getElementById('thread').hidden);
  modals();
  if (session.show && !atHome()) {
    channels.show(session.show);
    session.show = null;
  }
  document.title = `${atHome() ? 'Home' : channel.name ? `#${channel.name}` : workspace.app.title} · ${workspace.me.name} · Coalmine sandbox`;
}

/** The channel of the address bar; direct messages with the app exist from the first word on. */
function place(workspace) {
  if (session.place === '@app') return workspace.direct() ?? { id: `@${workspace.app.name}`, name: '', direct: true, members: [workspace.me.name], messages: [] };
  const found = workspace.channel(session.place);
  if (found) return found;
  return workspace.channel('general') ?? workspace.joined()[0] ?? workspace.rooms()[0] ?? { id: '', name: 'nowhere', members: [], messages: [] };
}

function notices() {
  keep(document.getElementById('notice'), [
    !live.reachable && notice('The sandbox cannot be reached. Is it running? Trying again every two seconds…', 'bad'),
    live.reachable && live.refusal && notice(`There is nobody called “${session.as}” here.`, 'bad', h('button', { type: 'button', class: 'button', onclick: () => go({ as: 'alice' }) }, 'be alice')),
    live.reachable && !live.streaming && notice('Reconnecting…', ''),
  ]);
}

function notice(text, kind, more) {
  return { key: text, build: () => h('div', { class: `notice ${kind}` }, text, more && ' ', more) };
}

function moved(before) {
  closePanel();
  drawer(false);
  if (before.as !== session.as) {
    become();
  } else {
    draw();
    if (before.place !== session.place) arrived();
  }
}

/** Nothing can be written while one is not yet who one chose to be. */
async function become() {
  writable(false);
  await refresh();
  writable(true);
  arrived();
}

function writable(now) {
  for (const area of document.querySelectorAll('.writing')) area.disabled = !now;
}

function arrived() {
  announce(`You are ${session.as}, ${atHome() ? 'on the app’s Home tab' : `in ${session.place}`}`);
  if (window.matchMedia('(min-width: 761px)').matches) document.getElementById('write')?.focus();
}

function drawer(open) {
  screen.classList.toggle('drawer-open', open);
  veil.hidden = !open;
  if (open) side.querySelector('button')?.focus();
}

document.addEventListener('drawer', () => drawer(true));
veil.addEventListener('click', () => drawer(false));
side.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && screen.classList.contains('drawer-open')) {
    drawer(false);
    document.querySelector('.drawer-button')?.focus();
  }
});
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && draw());

startSession();
onMove(moved);
onChange(draw);
startLive();
