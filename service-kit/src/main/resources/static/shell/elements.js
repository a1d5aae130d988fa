// Makes the parts that look the same on every page.

import { relative } from './times.js';

const SHAPES = { EMERGENCY: '■', URGENT: '▲', SOON: '◆', ROUTINE: '●', SELF_CARE: '○' };

/** The urgencies, the most urgent first. */
export const URGENCIES = Object.keys(SHAPES);

/** An element with attributes and children; what is null or undefined is left out, text is never markup. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on') && typeof value === 'function') made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...shown(children));
  return made;
}

/** What of these is there to be shown, whatever lists it is in. */
export function shown(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** A symbol as words: SELF_CARE is "Self care". */
export function words(symbol) {
  const text = String(symbol).replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An urgency by colour, word and shape. Null: not decided yet. */
export function urgencyBadge(urgency) {
  if (!urgency) return el('span', { class: 'urgency', 'data-urgency': 'NONE' }, 'undecided');
  return el(
    'span',
    { class: 'urgency', 'data-urgency': urgency },
    el('span', { class: 'shape', 'aria-hidden': 'true' }, SHAPES[urgency] ?? '?'),
    ` ${String(urgency).replaceAll('_', ' ')}`,
  );
}

/** A state, without a colour of its own. */
export function tag(text) {
  return el('span', { class: 'tag' }, text);
}

/** A moment, told relative to now and kept so. */
export function timeOf(iso) {
  const date = new Date(iso);
  return el('time', { datetime: iso, title: date.toLocaleString() }, relative(date));
}

/** An identifier, shortened; a click copies the whole. */
export function identifier(id) {
  return el('button', { type: 'button', class: 'id', 'data-copy': id, title: id, 'aria-label': `Copy ${id}` }, `${id.slice(0, 8)}…`);
}
