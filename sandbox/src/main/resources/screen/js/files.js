/** Files that somebody or the app shared: a way to fetch them, and a look inside where that is cheap. */

import { h, safeUrl } from './dom.js';
import { icon } from './icons.js';

const PREVIEW_BYTES = 6000;
const PREVIEW_LINES = 14;
const TEXT = /^(text\/|application\/(json|xml|yaml|x-yaml|csv))/;

export function files(list) {
  return h('div', { class: 'files' }, list.map(file));
}

function file(item) {
  const href = address(item);
  const title = item.title || item.name || item.id;
  return h('figure', { class: 'file', dataset: { testid: 'file' } }, [
    h('figcaption', {}, [
      icon('file'),
      h('span', { class: 'file-name' }, h('strong', {}, title), h('small', {}, [kind(item), size(item.size)].filter(Boolean).join(' · '))),
      href && h('a', { class: 'icon-button', href, download: item.name || title, 'aria-label': `Download ${title}`, title: 'Download' }, icon('download')),
    ]),
    href && preview(item, href),
  ]);
}

/** Where it is on this server, by whatever name the page was reached. */
function address(item) {
  const url = safeUrl(item.url_private_download ?? '');
  if (!url) return null;
  const { pathname, search } = new URL(url);
  return pathname.startsWith('/files/') ? pathname + search : url;
}

function preview(item, href) {
  if (/^image\//.test(item.mimetype ?? '')) {
    return h('a', { href, target: '_blank', rel: 'noopener' }, h('img', { src: href, alt: item.title || item.name || 'image', loading: 'lazy' }));
  }
  if (!TEXT.test(item.mimetype ?? '') && !/\.(md|txt|csv|json|ya?ml|log)$/i.test(item.name ?? '')) return null;
  const pre = h('pre', { class: 'file-text', tabindex: '0', 'aria-label': `Beginning of ${item.name}` }, '…');
  peek(href).then(
    (text) => pre.replaceChildren(text),
    () => pre.remove(),
  );
  return pre;
}

/** The first lines, without fetching the rest of what may be a long export. */
async function peek(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(String(response.status));
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let done = false;
  while (!done && text.length < PREVIEW_BYTES) {
    const chunk = await reader.read();
    done = chunk.done;
    text += decoder.decode(chunk.value ?? new Uint8Array(), { stream: !done });
  }
  reader.cancel();
  const lines = text.slice(0, PREVIEW_BYTES).split('\n');
  return lines.slice(0, PREVIEW_LINES).join('\n') + (done && lines.length <= PREVIEW_LINES ? '' : '\n…');
}

function kind(item) {
  const ending = (item.name ?? '').split('.').pop();
  return ending && ending !== item.name ? ending.toUpperCase() : (item.mimetype ?? '');
}

function size(bytes) {
  if (!Number.isFinite(bytes)) return '';
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
