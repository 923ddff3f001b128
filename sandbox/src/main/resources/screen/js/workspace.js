/** One reading of the workspace, as one person sees it, with the look-ups that every pane needs. */

export class Workspace {
  constructor(state) {
    this.version = state.version;
    this.app = { ...state.app, name: state.app?.name ?? 'app' };
    this.app.title = this.app.display_name || this.app.name;
    this.people = state.people ?? [];
    this.channels = state.channels ?? [];
    this.commands = state.commands ?? [];
    this.shortcuts = state.shortcuts ?? [];
    this.home = state.home ?? null;
    this.views = state.views ?? [];
    this.me = this.person(state.me) ?? { id: state.me, name: state.me };
    this.names = edition([this.people, this.channels.map(({ id, name }) => [id, name]), state.me]);
  }

  /** By id or by name: members are listed by name, messages by either. */
  person(key) {
    return this.people.find((person) => person.id === key) ?? this.people.find((person) => person.name === key);
  }

  channel(key) {
    return this.channels.find((channel) => channel.id === key) ?? this.channels.find((channel) => channel.name === key);
  }

  nameOf(key) {
    const person = this.person(key);
    return person ? person.real_name || person.name : key || 'somebody';
  }

  isApp(key) {
    const person = this.person(key);
    return Boolean(person?.is_bot) || (Boolean(key) && key === this.app.user_id);
  }

  isMe(key) {
    return Boolean(key) && (key === this.me.id || key === this.me.name);
  }

  hasMe(channel) {
    return (channel.members ?? []).some((member) => this.isMe(member));
  }

  rooms() {
    return this.channels.filter((channel) => !isDirect(channel)).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  }

  joined() {
    return this.rooms().filter((channel) => !channel.archived && this.hasMe(channel));
  }

  browsable() {
    return this.rooms().filter((channel) => !channel.archived && !channel.private && !this.hasMe(channel));
  }

  archived() {
    return this.rooms().filter((channel) => channel.archived && (!channel.private || this.hasMe(channel)));
  }

  /** The conversation between the app and me. */
  direct() {
    return this.channels.find((channel) => isDirect(channel) && this.hasMe(channel));
  }

  message(channel, ts) {
    return (channel?.messages ?? []).find((message) => message.ts === ts);
  }
}

let names = '';
let editions = 0;

/** A number that changes when any name does: whatever mentions somebody is drawn again then. */
function edition(now) {
  const text = JSON.stringify(now);
  if (text !== names) editions += 1;
  names = text;
  return editions;
}

export function isDirect(channel) {
  return Boolean(channel.direct);
}

export function isReply(message) {
  return Boolean(message.thread_ts) && message.thread_ts !== message.ts;
}

/** What the channel itself shows: everything but answers in threads. */
export function stream(channel) {
  return (channel?.messages ?? [])
    .filter((message) => !isReply(message) || message.subtype === 'thread_broadcast')
    .sort(byTs);
}

export function replies(channel, ts) {
  return (channel?.messages ?? []).filter((message) => isReply(message) && message.thread_ts === ts).sort(byTs);
}

/** Slack's timestamps have a fixed width, so that text order is time order; only a hand-made one would differ. */
function byTs(a, b) {
  return Number.parseFloat(a.ts) - Number.parseFloat(b.ts) || (a.ts < b.ts ? -1 : 1);
}
