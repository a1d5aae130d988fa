// The queues that somebody works on, and how the one that is shown stands.

import { call } from '/shell/api.js';
import { el, words } from '/shell/elements.js';
import { duration } from '/shell/times.js';
import { exchange } from './exchange.js';
import { likelyWords } from './forecast.js';

const FEW = 4;
const nav = document.getElementById('queues');
const summary = document.getElementById('summary');
const title = document.getElementById('title');

/** Reads the queues: `queues`, or the `status` of the refusal. */
export async function readQueues() {
  const answer = await call('/api/queues');
  return answer.ok ? { queues: answer.body.items } : { status: answer.status };
}

/** Shows them, so that one can be chosen; few as buttons, many as a list to choose from. */
export function showQueues(queues, chosen, choose) {
  nav.hidden = queues.length < 2;
  if (queues.length <= FEW) exchange(nav, queues.map((queue) => button(queue, chosen, choose)));
  else chooser(queues, chosen, choose);
}

function button(queue, chosen, choose) {
  const here = queue.queue === chosen;
  return el(
    'button',
    { type: 'button', class: 'queue', 'data-queue': queue.queue, 'data-focus': queue.queue, 'aria-current': here ? 'true' : null, onclick: () => choose(queue.queue) },
    `${words(queue.queue)} `,
    el('span', { class: 'count' }, queue.open, el('span', { class: 'hidden' }, ' waiting')),
    queue.breaches ? el('span', { class: 'late' }, `${queue.breaches} overdue`) : null,
  );
}

/** One that is open is left as it is: exchanging it would close it. */
function chooser(queues, chosen, choose) {
  const list = nav.querySelector('select') ?? el('select', { id: 'queue', onchange: (event) => choose(event.target.value) });
  const texts = queues.map((queue) => [queue.queue, `${words(queue.queue)} — ${queue.open} waiting${queue.breaches ? `, ${queue.breaches} overdue` : ''}`]);
  if (list.options.length !== texts.length) {
    list.replaceChildren(...texts.map(([value, text]) => el('option', { value }, text)));
    nav.replaceChildren(el('div', { class: 'field' }, el('label', { for: 'queue' }, 'Queue'), list));
  }
  texts.forEach(([, text], index) => {
    if (list.options[index].textContent !== text) list.options[index].textContent = text;
  });
  list.value = chosen;
}

/** How the chosen queue stands, in words. */
export function showSummary(queue) {
  title.textContent = words(queue.queue);
  const toAccept = queue.byState.ROUTED;
  document.title = `${toAccept ? `(${toAccept}) ` : ''}${words(queue.queue)} · Worklists · Dorsal`;
  const oldest = queue.oldest ? duration(Math.max((Date.now() - Date.parse(queue.oldest)) / 1000, 0)) : null;
  const parts = [
    `${queue.open} waiting`,
    toAccept ? `${toAccept} to accept` : null,
    queue.breaches ? el('strong', { class: 'late' }, `${queue.breaches} overdue`) : queue.open ? 'none overdue' : null,
    likelyWords(queue.queue),
    oldest ? `oldest ${oldest}` : null,
  ].filter(Boolean);
  exchange(summary, queue.open ? parts.flatMap((part, index) => (index ? [' · ', part] : [part])) : 'Nobody is waiting here.');
}
