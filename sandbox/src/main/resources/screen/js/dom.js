/** Builds and keeps DOM nodes. Text only ever becomes a text node, so nothing that people wrote can become markup. */

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    set(node, name, value);
  }
  node.append(...flat(children));
  return node;
}

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith('on')) {
    node.addEventListener(name.slice(2).toLowerCase(), value);
  } else if (name === 'dataset') {
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined && item !== null) node.dataset[key] = item;
    }
  } else if (['value', 'checked', 'selected', 'disabled', 'hidden', 'open', 'indeterminate'].includes(name)) {
    node[name] = value;
  } else {
    node.setAttribute(name, value === true ? '' : value);
  }
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false);
}

/**
 * Makes the children of a node be the given items, in their order, touching only what changed: a child whose key and
 * `sig` are as before stays the same node, with its scroll, focus and half-written input.
 *
 * @param items `{key, sig, build, update}`: build makes the node, update (optional) is called for kept nodes too.
 */
export function keep(parent, items) {
  const before = parent.kept ?? new Map();
  const after = new Map();
  const focus = focusIn(parent);
  let cursor = parent.firstChild;
  for (const item of items) {
    if (!item) continue;
    const sig = JSON.stringify(item.sig ?? null);
    const old = before.get(item.key);
    const entry = old && old.sig === sig ? old : { sig, node: item.build() };
    after.set(item.key, entry);
    if (old && old !== entry) {
      if (cursor === old.node) cursor = old.node.nextSibling;
      old.node.replaceWith(entry.node);
    } else if (cursor === entry.node) {
      cursor = cursor.nextSibling;
    } else {
      parent.insertBefore(entry.node, cursor);
    }
    item.update?.(entry.node);
  }
  for (const [key, entry] of before) {
    if (!after.has(key)) entry.node.remove();
  }
  parent.kept = after;
  giveBack(parent, focus);
}

function focusIn(parent) {
  const active = document.activeElement;
  return active && active !== document.body && parent.contains(active) ? active : null;
}

/** A rebuilt node takes the focus that its predecessor (the same data-focus) had. */
function giveBack(parent, focus) {
  if (!focus || focus.isConnected || !focus.dataset.focus) return;
  const name = CSS.escape(focus.dataset.focus);
  parent.querySelector(`[data-focus="${name}"]`)?.focus({ preventScroll: true });
}

export function unseen(text) {
  return h('span', { class: 'unseen' }, text);
}

let lastId = 0;

export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Only addresses that lead somewhere and run nothing. */
export function safeUrl(url) {
  try {
    const parsed = new URL(url, location.href);
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

export function announce(text) {
  document.getElementById('announcer').textContent = text;
}
