/** rich_text blocks. */

import { h } from './dom.js';
import { channelMention, emojiNode, link, personMention, ping } from './mrkdwn.js';
import { exact, slackDate } from './time.js';

export function richText(block) {
  return h('div', { class: 'rich-text' }, (block.elements ?? []).map(part));
}

function part(element) {
  switch (element.type) {
    case 'rich_text_section':
      return h('div', {}, spans(element));
    case 'rich_text_quote':
      return h('blockquote', {}, spans(element));
    case 'rich_text_preformatted':
      return h('pre', { class: 'code-block' }, spans(element));
    case 'rich_text_list':
      return list(element);
    default:
      return h('span', { class: 'unsupported' }, `[unsupported rich text: ${element.type}]`);
  }
}

function list({ style, indent = 0, offset = 0, border = 0, elements = [] }) {
  const ordered = style === 'ordered';
  const node = h(ordered ? 'ol' : 'ul', { start: ordered ? offset + 1 : null, class: border ? 'bordered' : null }, elements.map((item) => h('li', {}, spans(item))));
  node.dataset.depth = Math.min(6, indent);
  return node;
}

function spans(element) {
  return (element.elements ?? []).map((span) => styled(span, nodeOf(span)));
}

function nodeOf(span) {
  switch (span.type) {
    case 'text':
      return span.text ?? '';
    case 'link':
      return link(span.url ?? '', span.text ?? '');
    case 'emoji':
      return emojiNode(span.name ?? '');
    case 'user':
      return personMention(span.user_id ?? '');
    case 'channel':
      return channelMention(span.channel_id ?? '');
    case 'usergroup':
      return h('span', { class: 'mention' }, `@${span.usergroup_id}`);
    case 'broadcast':
      return ping(span.range ?? 'channel');
    case 'date':
      return h('time', { title: exact(new Date(span.timestamp * 1000)) }, slackDate(span.timestamp, span.format ?? '{date_short}'));
    case 'color':
      return h('code', {}, span.value ?? '');
    default:
      return `[unsupported: ${span.type}]`;
  }
}

const STYLES = { code: 'code', bold: 'strong', italic: 'em', strike: 's', underline: 'u' };

function styled(span, node) {
  return Object.entries(STYLES).reduce((inner, [style, tag]) => (span.style?.[style] ? h(tag, {}, inner) : inner), node);
}
