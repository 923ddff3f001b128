/** Keeps one reading of the workspace fresh: the server says that something changed, and the page reads again. */

import { session } from './session.js';
import { readTimesIn } from './time.js';
import { Workspace } from './workspace.js';

export const live = { workspace: null, reachable: true, streaming: true, refusal: null };

const listeners = new Set();
let reading = null;
let again = false;
let text = null;

export function onChange(listener) {
  listeners.add(listener);
}

/** Reads the state; calls that come while one is under way become one more. */
export function refresh() {
  again = true;
  reading ??= readUntilQuiet().finally(() => {
    reading = null;
  });
  return reading;
}

async function readUntilQuiet() {
  while (again) {
    again = false;
    await readOnce();
  }
}

async function readOnce() {
  const as = session.as;
  try {
    const response = await fetch(`/screen/state?as=${encodeURIComponent(as)}`, { cache: 'no-store' });
    const body = await response.text();
    if (as !== session.as) {
      again = true;
      return;
    }
    take(response, body);
  } catch {
    live.reachable = false;
  }
  tell();
}

function take(response, body) {
  live.reachable = true;
  if (!response.ok) {
    live.refusal = body.slice(0, 200) || `status ${response.status}`;
    return;
  }
  live.refusal = null;
  if (body !== text) {
    live.workspace = new Workspace(JSON.parse(body));
    readTimesIn(live.workspace.me.tz);
    text = body;
  }
}

function tell() {
  listeners.forEach((listener) => listener());
}

export function startLive() {
  listen();
  window.setInterval(() => {
    if (!live.reachable) refresh();
  }, 2000);
  return refresh();
}

function listen() {
  const stream = new EventSource('/screen/stream');
  stream.onopen = () => {
    live.streaming = true;
    refresh();
  };
  stream.onmessage = (event) => {
    // The same version again is only a sign of life.
    if (JSON.parse(event.data).version !== live.workspace?.version) refresh();
  };
  stream.onerror = () => {
    live.streaming = false;
    tell();
    if (stream.readyState === EventSource.CLOSED) window.setTimeout(listen, 2000);
  };
}
