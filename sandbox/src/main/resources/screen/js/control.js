/** What a person does, as requests to the sandbox. Each answers `{ok, reply, error}` and never throws. */

import { live, refresh } from './live.js';
import { session } from './session.js';

async function post(what, body) {
  try {
    const response = await fetch(`/control/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: session.as, ...body }),
    });
    const answer = await response.json();
    refresh();
    return answer.ok ? { ok: true, reply: answer.reply ?? {} } : { ok: false, error: answer.error ?? 'unknown_error' };
  } catch {
    live.reachable = false;
    refresh();
    return { ok: false, error: 'The sandbox did not answer.' };
  }
}

export const control = {
  command: (channel, text) => post('command', { in: channel, text }),
  message: (channel, text, thread) => post('message', { in: channel, text, thread: thread ?? undefined }),
  edit: (channel, ts, text) => post('edit', { in: channel, ts, text }),
  remove: (channel, ts) => post('delete', { in: channel, ts }),
  pin: (channel, ts, remove) => post('pin', { in: channel, ts, remove }),
  react: (channel, ts, name, remove) => post('react', { in: channel, ts, name, remove }),
  join: (channel) => post('join', { in: channel }),
  leave: (channel) => post('leave', { in: channel }),
  create: (name, secret) => post('channel', { name, private: secret }),
  person: (name, realName) => post('person', { name, real_name: realName || undefined }),
  invite: (channel, who) => post('invite', { in: channel, who }),
  topic: (channel, text) => post('topic', { in: channel, text }),
  archive: (channel, remove) => post('archive', { in: channel, remove }),
  click: (where, block, action, value) => post('click', { ...where, block, action, value }),
  submit: (view, values) => post('submit', { view, values }),
  close: (view) => post('close', { view }),
  shortcut: (callback, where = {}) => post('shortcut', { callback_id: callback, ...where }),
  home: () => post('home', {}),
};

const WORDS = {
  no_app: 'No bot is connected to this workspace.',
  not_connected: 'No bot is connected to this workspace.',
  operation_timeout: 'The app did not answer within 3 seconds.',
  dispatch_failed: 'The app could not be reached.',
  expired_trigger_id: 'The app took longer than 3 seconds to open its form.',
  is_archived: 'This channel is archived.',
  name_taken: 'A channel of that name exists, perhaps an archived one.',
  invalid_name_specials: 'Names have only small letters, digits, - and _.',
  invalid_name_maxlength: 'Names have 80 characters at most.',
  cant_archive_general: 'The general channel cannot be archived.',
  too_long: 'That is too long.',
  restricted_action: 'That is not allowed here.',
  not_in_channel: 'You are not in this channel.',
  channel_not_found: 'There is no such channel.',
  message_not_found: 'That message is gone.',
  msg_too_long: 'That message is too long.',
  no_text: 'There is nothing to send.',
  cant_update_message: 'Only its author can edit a message.',
  cant_delete_message: 'Only its author can delete a message.',
};

/** An error code in the words in which Slack's own window would say it. */
export function inWords(error) {
  return WORDS[error] ?? error;
}
