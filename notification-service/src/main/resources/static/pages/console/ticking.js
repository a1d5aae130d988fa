// Durations to the second, kept true: for how long something burns, and until when something is due.

import { el } from '/shell/elements.js';

let ahead = 0; // of the clock of this device, the service's is

/** Learns the service's time from an answer: countdowns on a device whose clock is wrong must not be. */
export function learnTime(answer) {
  const told = Date.parse(answer.headers.get('Date') ?? '');
  // The header has whole seconds; less is no difference.
  if (!Number.isNaN(told)) ahead = Math.abs(told - Date.now()) > 2000 ? told - Date.now() : 0;
}

export const now = () => Date.now() + ahead;

const UNITS = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];

/** A duration by its two largest units: "2 min 10 s". */
export function exactly(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const first = UNITS.findIndex(([, size]) => whole >= size);
  if (first < 0) return '0 s';
  let rest = whole;
  return UNITS.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count ? `${count} ${unit}` : '';
  }).filter(Boolean).join(' ');
}

/** How long ago something was. */
export function lasting(iso) {
  return told(el('span', { class: 'nowrap', 'data-since': iso, title: new Date(iso).toLocaleString() }));
}

/** How long until something is due, as "next page in 50 s", and then `late`. */
export function dueIn(what, iso, late) {
  return told(el('span', { 'data-until': iso, 'data-what': what, 'data-late': late, title: new Date(iso).toLocaleString() }));
}

function told(span) {
  const { since, until, what, late } = span.dataset;
  const seconds = since ? (now() - Date.parse(since)) / 1000 : (Date.parse(until) - now()) / 1000;
  const text = since ? exactly(seconds) : seconds > 0 ? `${what} in ${exactly(seconds)}` : late;
  if (span.textContent !== text) span.textContent = text;
  return span;
}

setInterval(() => document.querySelectorAll('[data-since], [data-until]').forEach(told), 1000);
