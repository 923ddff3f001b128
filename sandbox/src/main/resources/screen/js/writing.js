/** What people write: how Slack keeps it, and what could be written. */

/** What Slack keeps, as it was typed: `<@U0BOB>` is `@bob` again. The server does the way there. */
export function fromSlack(text, workspace) {
  return String(text ?? '')
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (written, id) => (workspace.person(id) ? `@${workspace.person(id).name}` : written))
    .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (written, id, name) => `#${workspace.channel(id)?.name ?? name ?? id}`)
    .replace(/<!(channel|here|everyone)>/g, '@$1')
    .replace(/<([^|<>]+)\|([^<>]+)>/g, '$1')
    .replace(/<([^<>]+)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** The words that may follow a command, read from its usage hint: `declare <title> | list | show`. */
export function subcommands(command) {
  const hint = (command.usage_hint ?? '').replace(/^\[(.*)\]$/s, '$1');
  const alternatives = hint.split(/\s*[|,]\s*/).map((part) => part.trim().replace(/^\[|\]$/g, ''));
  if (alternatives.length < 2) return [];
  return alternatives.map((usage) => ({ word: usage.split(/\s/)[0], usage })).filter(({ word }) => /^[a-z][a-z-]*$/.test(word));
}

/** Something to type first, from what is installed. */
export function firstWords(workspace) {
  const declaring = workspace.commands.find((command) => /\bdeclare\b/.test(`${command.usage_hint} ${command.description}`));
  const first = declaring ? [`${declaring.command} declare Checkout is down`] : workspace.commands.slice(0, 1).map((command) => [command.command, subcommands(command)[0]?.word].filter(Boolean).join(' '));
  const help = workspace.commands.slice(0, 1).map((command) => `${command.command} help`);
  return [...new Set([...first, ...help])];
}
