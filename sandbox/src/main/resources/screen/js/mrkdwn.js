/** Slack's mrkdwn as DOM nodes. */

import { h, safeUrl } from './dom.js';
import { emoji } from './emoji.js';
import { slackDate, exact } from './time.js';
import { live } from './live.js';
import { go } from './session.js';

const MARKS = { '*': 'strong', _: 'em', '~': 's' };
const DEEPEST = 8;

/** The text as paragraphs, quotes, lists and code. */
export function mrkdwn(text, { verbatim = false } = {}) {
  const parts = String(text ?? '').split(/```([\s\S]+?)```/);
  return parts.flatMap((part, i) => (i % 2 === 1 ? [preformatted(part)] : lines(trimAround(part, i, parts.length), verbatim)));
}

/** The text on one line: topics, previews, options. */
export function mrkdwnInline(text) {
  return inline(String(text ?? '').replace(/\s*\n\s*/g, ' '), 0);
}

/** plain_text: emoji, and nothing else. */
export function plainText(text, withEmoji = true) {
  const unescaped = unescape(String(text ?? ''));
  return withEmoji ? withEmojis(unescaped) : [unescaped];
}

/** A text object of either kind. */
export function textObject(object) {
  if (!object) return [];
  if (typeof object === 'string') return plainText(object);
  return object.type === 'mrkdwn' ? mrkdwn(object.text, { verbatim: object.verbatim }) : plainText(object.text, object.emoji !== false);
}

/** What the text says, without its markup: for labels and announcements. */
export function spoken(text) {
  const box = h('span', {}, mrkdwnInline(text));
  return box.textContent;
}

export function unescape(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function trimAround(part, i, count) {
  let text = part;
  if (i > 0) text = text.replace(/^\n/, '');
  if (i < count - 1) text = text.replace(/\n$/, '');
  return text;
}

function preformatted(text) {
  return h('pre', { class: 'code-block' }, linksOnly(text.replace(/^\n|\n$/g, '')));
}

function lines(text, verbatim) {
  if (!text) return [];
  const out = [];
  let quote = null;
  let restIsQuote = false;
  text.split('\n').forEach((line, i) => {
    const everything = !restIsQuote && line.match(/^(?:&gt;|>){3}\s?(.*)$/);
    const one = !restIsQuote && !everything && line.match(/^(?:&gt;|>)\s?(.*)$/);
    if (everything || one || restIsQuote) {
      restIsQuote ||= Boolean(everything);
      const words = everything?.[1] ?? (one ? one[1] : line);
      if (quote) quote.append(h('br'));
      else out.push((quote = h('blockquote', {})));
      quote.append(...inline(words, 0, verbatim));
      return;
    }
    const afterBlock = quote !== null || out.at(-1)?.className === 'list-line';
    quote = null;
    const item = line.match(/^(\s*)([•◦▪\-*–]|\d{1,3}\.)\s+(.*)$/);
    if (item) {
      out.push(listLine(item, verbatim));
      return;
    }
    if (i > 0 && !afterBlock) out.push(h('br'));
    out.push(...inline(line, 0, verbatim));
  });
  return out;
}

function listLine([, indent, marker, words], verbatim) {
  const bullet = /[-*–]/.test(marker) ? '•' : marker;
  const line = h('span', { class: 'list-line' }, h('span', { class: 'bullet' }, bullet), h('span', {}, inline(words, 0, verbatim)));
  line.dataset.depth = Math.min(3, Math.floor(indent.length / 2));
  return line;
}

/** One line. Walks once; a mark that finds no partner on the rest of the line is not looked for again. */
function inline(text, depth, verbatim = false) {
  const out = [];
  const hopeless = new Set();
  let plain = '';
  const flush = () => {
    if (plain) out.push(...linked(plain, verbatim));
    plain = '';
  };
  let i = 0;
  while (i < text.length) {
    const found = piece(text, i, depth, hopeless, verbatim);
    if (found) {
      flush();
      out.push(...found.nodes);
      i = found.end;
    } else {
      plain += text[i];
      i += 1;
    }
  }
  flush();
  return out;
}

function piece(text, i, depth, hopeless, verbatim) {
  const char = text[i];
  if (hopeless.has(char)) return null;
  if (char === '`') return code(text, i, hopeless);
  if (char === '<') return angle(text, i, hopeless);
  if (MARKS[char] && depth < DEEPEST) return marked(text, i, depth, hopeless, verbatim);
  return null;
}

function code(text, i, hopeless) {
  const end = text.indexOf('`', i + 1);
  if (end < 0) {
    hopeless.add('`');
    return null;
  }
  if (end === i + 1) return null;
  return { nodes: [h('code', {}, linksOnly(text.slice(i + 1, end)))], end: end + 1 };
}

function angle(text, i, hopeless) {
  const end = text.indexOf('>', i + 1);
  if (end < 0) {
    hopeless.add('<');
    return null;
  }
  const node = reference(text.slice(i + 1, end));
  return node && { nodes: [node], end: end + 1 };
}

function marked(text, i, depth, hopeless, verbatim) {
  const char = text[i];
  if (i > 0 && isWord(text[i - 1])) return null;
  if (!text[i + 1] || /\s/.test(text[i + 1]) || text[i + 1] === char) return null;
  const end = partner(text, i, char);
  if (end < 0) {
    hopeless.add(char);
    return null;
  }
  return { nodes: [h(MARKS[char], {}, inline(text.slice(i + 1, end), depth + 1, verbatim))], end: end + 1 };
}

function partner(text, start, char) {
  for (let i = start + 1; i < text.length; i += 1) {
    const skipTo = text[i] === '`' ? text.indexOf('`', i + 1) : text[i] === '<' ? text.indexOf('>', i + 1) : -1;
    if (skipTo > 0) {
      i = skipTo;
    } else if (text[i] === char && i > start + 1 && !/\s/.test(text[i - 1]) && !isWord(text[i + 1] ?? ' ')) {
      return i;
    }
  }
  return -1;
}

function isWord(char) {
  return /[\p{L}\p{N}]/u.test(char);
}

/** What stands between angle brackets, or null if it is nothing that Slack knows. */
function reference(inside) {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : unescape(inside.slice(bar + 1));
  if (/^@[A-Z0-9]+$/.test(target)) return personMention(target.slice(1), label);
  if (/^#[A-Z0-9]+$/.test(target)) return channelMention(target.slice(1), label);
  if (target.startsWith('!')) return special(target.slice(1), label);
  if (/^(https?:\/\/|mailto:|tel:)/i.test(target)) return link(unescape(target), label);
  return null;
}

export function personMention(id, label = '') {
  const workspace = live.workspace;
  const name = workspace?.person(id)?.name ?? (label || id);
  return h('span', { class: workspace?.isMe(id) ? 'mention mine' : 'mention', title: workspace?.nameOf(id) }, `@${name.replace(/^@/, '')}`);
}

export function channelMention(id, label = '') {
  const channel = live.workspace?.channel(id);
  const name = channel?.name ?? (label || 'unknown-channel');
  if (!channel) return h('span', { class: 'mention' }, `#${name}`);
  return h('button', { type: 'button', class: 'mention', dataset: { focus: `channel-${id}` }, onclick: () => go({ place: channel.name }) }, `#${name}`);
}

export function ping(range) {
  return h('span', { class: 'mention everyone' }, `@${range}`);
}

function special(inside, label) {
  const [word, ...rest] = inside.split('^');
  if (['channel', 'here', 'everyone', 'group'].includes(word)) return ping(word);
  if (word === 'date') return dateIn(rest, label);
  if (word === 'subteam') return h('span', { class: 'mention' }, label || `@${rest[0] ?? 'team'}`);
  return h('span', {}, label || `<${inside}>`);
}

function dateIn([seconds, pattern, url], label) {
  const epoch = Number.parseInt(seconds, 10);
  if (!Number.isFinite(epoch)) return h('span', {}, label);
  const time = h('time', { title: exact(new Date(epoch * 1000)) }, slackDate(epoch, pattern || '{date_short} {time}'));
  return url && safeUrl(url) ? link(url, '', time) : time;
}

export function link(url, label = '', content = null) {
  const href = safeUrl(url);
  const shown = content ?? (label ? withEmojis(label) : url.replace(/^mailto:/, ''));
  if (!href) return h('span', {}, shown);
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow', title: label ? url : null }, shown);
}

/** Bare addresses become links, short names become emoji. */
function linked(text, verbatim) {
  if (verbatim) return withEmojis(unescape(text));
  return text.split(/(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]}'"*_~])/).flatMap((part, i) => (i % 2 === 1 ? [link(unescape(part))] : withEmojis(unescape(part))));
}

/** In code nothing is markup but what Slack itself put between angle brackets. */
function linksOnly(text) {
  return text.split(/(<[^<>\n]+>)/).flatMap((part, i) => (i % 2 === 1 ? [reference(part.slice(1, -1)) ?? unescape(part)] : [unescape(part)]));
}

export function withEmojis(text) {
  return text.split(/:([a-z0-9_+\-']+(?:::skin-tone-[2-6])?):/).flatMap((part, i) => (i % 2 === 1 ? [emojiNode(part)] : part ? [part] : []));
}

export function emojiNode(name) {
  const characters = emoji(name);
  if (!characters) return `:${name}:`;
  return h('span', { class: 'emoji', role: 'img', 'aria-label': name.replaceAll('_', ' '), title: `:${name}:` }, characters);
}
