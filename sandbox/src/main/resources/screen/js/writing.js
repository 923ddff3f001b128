/** Between what people write and what Slack keeps: `@bob` and `<@U0BOB>`, `<` and `&lt;`. */

/** What was typed, as Slack's own window would send it: nothing typed by hand can ping or link but through a name. */
export function toSlack(text, workspace) {
  return escape(text)
    .replace(/(^|[^\p{L}\p{N}_@/.])@([a-z0-9._-]*[a-z0-9_])/giu, (written, before, name) => {
      if (['channel', 'here', 'everyone'].includes(name)) return `${before}<!${name}>`;
      const person = workspace.people.find((one) => one.name === name);
      return person ? `${before}<@${person.id}>` : written;
    })
    .replace(/(^|[^\p{L}\p{N}_&/])#([a-z0-9_-]+)/giu, (written, before, name) => {
      const channel = workspace.channels.find((one) => one.name === name);
      return channel ? `${before}<#${channel.id}|${channel.name}>` : written;
    });
}

/** The way back, for editing. */
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

function escape(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
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
