/** The app's Home tab. */

import { h, keep } from './dom.js';
import { blocks } from './blocks.js';
import { control, inWords } from './control.js';
import { menuButton } from './header.js';
import { toast } from './layers.js';
import { live } from './live.js';
import { appBadge } from './people.js';
import { go, session } from './session.js';

export function homePane() {
  const node = h('section', { class: 'home', dataset: { testid: 'home' } });
  let opened = null;
  return {
    node,
    /** To be called when the tab is shown to somebody: the app hears of it and draws its view. */
    enter() {
      if (opened === session.as) return;
      opened = session.as;
      control.home();
    },
    leave() {
      opened = null;
    },
    draw() {
      const { home, app } = live.workspace;
      keep(node, [
        { key: 'top', sig: app, build: () => top(app) },
        home?.blocks?.length ? { key: 'view', sig: [home.blocks, session.as, live.workspace.names], build: () => view(home) } : { key: 'empty', sig: app, build: () => empty(app) },
      ]);
    },
  };
}

function top(app) {
  return h('header', { class: 'channel-header' }, h('div', { class: 'header-bar' }, menuButton(), h('div', { class: 'title' }, h('h1', {}, app.title, ' ', appBadge())), h('button', { type: 'button', class: 'button', onclick: () => go({ place: live.workspace.direct()?.id ?? '@app' }) }, 'Messages')));
}

function view(home) {
  const form = {
    fields: new Map(),
    act: async (...use) => {
      const answer = await control.click({ home: true }, ...use);
      const problem = answer.ok ? answer.reply.failure : answer.error;
      if (problem) toast(inWords(problem));
      return answer;
    },
  };
  return h('div', { class: 'home-view' }, blocks(home.blocks, form));
}

function empty(app) {
  return h('div', { class: 'empty' }, h('img', { src: '/screen/app.svg', alt: '', width: 72, height: 72 }), h('h2', {}, app.connected ? 'Nothing here yet' : 'No bot is connected'), h('p', {}, app.connected ? 'The app draws this page for you as soon as it has something to show.' : 'Start the bot with this workspace as its Slack, and its Home tab appears here.'));
}
