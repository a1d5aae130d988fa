// How long those have waited who are in a queue: a chart, the same in words, and as a table.

import { call } from '/shell/api.js';
import { el, URGENCIES, urgencyBadge, words } from '/shell/elements.js';
import { duration } from '/shell/times.js';
import { exchange } from './exchange.js';

const SHAPES = { EMERGENCY: '■', URGENT: '▲', SOON: '◆', ROUTINE: '●', SELF_CARE: '○' };
const ROW = 30;
const BAR = 20;
const LABELS = 112;
const COUNTS = 40;
const ROOM_FOR_A_SHAPE = 18;
const NARROWEST = 4;

const place = document.getElementById('waits');
const PAUSE = 10_000;
let known = null;
let read = 0;
let later = null;
let opened = false;

/** Reads and shows it, of the same queue no more often than is worth it. Where it cannot be read, what is shown stays. */
export async function showWaits(queue) {
  clearTimeout(later);
  const pause = known?.queue === queue ? read + PAUSE - Date.now() : 0;
  if (pause > 0) {
    later = setTimeout(() => showWaits(queue), pause);
    return;
  }
  read = Date.now();
  const answer = await call(`/api/queues/${queue}/waits`);
  if (!answer.ok) {
    if (known?.queue !== queue) place.hidden = true;
    return;
  }
  known = answer.body;
  render();
}

new ResizeObserver(() => {
  if (known && !place.hidden && place.dataset.width !== String(width())) render();
}).observe(place);

function width() {
  return Math.max(Math.round(place.clientWidth) - 34, 200);
}

function render() {
  const { all, bands } = known;
  place.hidden = false;
  place.dataset.width = String(width());
  const present = URGENCIES.filter((urgency) => known.byUrgency[urgency]);
  exchange(
    place,
    el('h2', { id: 'waits-title' }, 'How long they wait here'),
    el('p', {}, all ? sentence(all) : 'Nobody is waiting.'),
    all ? el('ul', { class: 'legend' }, present.map((urgency) => el('li', {}, urgencyBadge(urgency), ` ${waitWords(known.byUrgency[urgency])}`))) : null,
    all ? chart(bands, present) : null,
    all ? table(bands, present) : null,
  );
}

function sentence({ waiting, medianSeconds, longestSeconds }) {
  return waiting === 1
    ? `One patient has been waiting for ${duration(longestSeconds)}.`
    : `Half of the ${waiting} have been waiting for ${duration(medianSeconds)} or more, one for ${duration(longestSeconds)}.`;
}

function waitWords({ waiting, medianSeconds }) {
  return waiting === 1 ? `1, for ${duration(medianSeconds)}` : `${waiting}, half of them for ${duration(medianSeconds)} or more`;
}

function bandWords({ fromSeconds, toSeconds }) {
  if (!fromSeconds) return `under ${length(toSeconds)}`;
  if (!toSeconds) return `over ${length(fromSeconds)}`;
  const [from, to] = [length(fromSeconds), length(toSeconds)];
  const [number, unit] = from.split(' ');
  return to.endsWith(` ${unit}`) ? `${number} to ${to}` : `${from} to ${to}`;
}

const UNITS = [['weeks', 604800, 2], ['d', 86400, 1], ['h', 3600, 1], ['min', 60, 1]];

/** Bounds are whole: 4 h, 7 d, 2 weeks. */
function length(seconds) {
  const [unit, size] = UNITS.find(([, one, least]) => seconds >= one * least);
  return `${seconds / size} ${unit}`;
}

function count(band) {
  return Object.values(band.byUrgency).reduce((sum, one) => sum + one, 0);
}

function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** For who sees it; to others the table beside says the same. */
function chart(bands, present) {
  const wide = width();
  const most = Math.max(...bands.map(count), 1);
  const scale = (wide - LABELS - COUNTS) / most;
  const rows = bands.map((band, index) => row(band, index, present, scale));
  return svg(
    'svg',
    { class: 'chart', width: wide, height: bands.length * ROW, viewBox: `0 0 ${wide} ${bands.length * ROW}`, 'aria-hidden': 'true', focusable: 'false' },
    svg('line', { x1: LABELS, x2: LABELS, y1: 0, y2: bands.length * ROW, class: 'axis' }),
    ...rows.flat(),
  );
}

function row(band, index, present, scale) {
  const top = index * ROW + (ROW - BAR) / 2;
  const middle = top + BAR / 2 + 5;
  const parts = [svg('text', { x: LABELS - 8, y: middle, 'text-anchor': 'end', class: 'band' }, bandWords(band))];
  let at = LABELS;
  for (const urgency of present) {
    const number = band.byUrgency[urgency];
    if (!number) continue;
    const length = Math.max(number * scale, NARROWEST);
    parts.push(svg('rect', { x: at, y: top, width: Math.max(length - 1, NARROWEST - 1), height: BAR, 'data-urgency': urgency, class: 'bar' },
      svg('title', {}, `${words(urgency)}: ${number}, ${bandWords(band)}`)));
    if (length >= ROOM_FOR_A_SHAPE) parts.push(svg('text', { x: at + length / 2, y: middle, 'text-anchor': 'middle', class: 'on-bar' }, SHAPES[urgency]));
    at += length;
  }
  if (count(band)) parts.push(svg('text', { x: at + 6, y: middle, class: 'band' }, String(count(band))));
  return parts;
}

function table(bands, present) {
  const details = el(
    'details',
    { open: opened, ontoggle: (event) => { opened = event.target.open; } },
    el('summary', { 'data-focus': 'waits-table' }, 'As a table'),
    el(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Waits as a table' },
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Waiting for'), present.map((urgency) => el('th', { scope: 'col' }, words(urgency))))),
        el('tbody', {}, bands.map((band) => el('tr', {}, el('th', { scope: 'row' }, bandWords(band)), present.map((urgency) => el('td', {}, band.byUrgency[urgency] ?? 0))))),
      ),
    ),
  );
  return details;
}
