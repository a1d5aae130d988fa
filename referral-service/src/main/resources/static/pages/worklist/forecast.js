// Who will be past due if the queue goes on as it went, as the service forecasts it; in words, with the hour.

import { call } from '/shell/api.js';
import { el } from '/shell/elements.js';
import { moment } from './history.js';

const PAUSE = 10_000;
const AT_MOST = 200;
let known = { queue: null, late: new Map() };
let read = 0;
let later = null;

/**
 * Reads it, of the same queue no more often than is worth it, and calls `changed` where it is another than was known. Where it
 * cannot be read, what is known stays.
 */
export async function readForecast(queue, changed) {
  clearTimeout(later);
  const pause = known.queue === queue ? read + PAUSE - Date.now() : 0;
  if (pause > 0) {
    later = setTimeout(() => readForecast(queue, changed), pause);
    return;
  }
  if (known.queue !== queue) known = { queue, late: new Map() };
  read = Date.now();
  const answer = await call(`/api/queues/${queue}/forecast`);
  if (!answer.ok || known.queue !== queue) return;
  const before = known.late;
  known = { queue, late: new Map(answer.body.items.map((item) => [item.referralId, { dueAt: item.dueAt, hour: hourOf(item) }])) };
  if (text(before) !== text(known.late)) changed();
}

/** A forecast is no better than to the hour. */
function hourOf({ expectedAt }) {
  return expectedAt ? Math.ceil(Date.parse(expectedAt) / 3_600_000) * 3_600_000 : null;
}

function text(late) {
  return JSON.stringify([...late]);
}

/** That a referral will be late, and until when it takes; null where it will not, or is not known to. */
export function likelyLate({ referralId, dueAt }) {
  const late = known.late.get(referralId);
  if (!late || late.dueAt !== dueAt) return null;
  if (!late.hour) return el('div', { class: 'likely' }, 'likely late: not within half a year');
  return el('div', { class: 'likely' }, 'likely late: about ', moment(new Date(late.hour).toISOString()));
}

/** The same of the queue; null where none will be. */
export function likelyWords(queue) {
  const { size } = known.queue === queue ? known.late : new Map();
  return size ? `${size === AT_MOST ? `${size} or more` : size} likely late` : null;
}
