// The worklists of a specialist: who is next, why, and what is done with it; live, and by keyboard.

import { alarm, say } from '/shell/announce.js';
import { call } from '/shell/api.js';
import { el, words } from '/shell/elements.js';
import { follow } from '/shell/live.js';
import { shortcut } from '/shell/shortcuts.js';
import { ACTIONS } from './actions.js';
import { exchange } from './exchange.js';
import { readForecast } from './forecast.js';
import { belongs, Lines } from './lines.js';
import { rulesWords } from './names.js';
import { Opened } from './opened.js';
import { readQueues, showQueues, showSummary } from './queues.js';
import { Search } from './search.js';
import { table } from './table.js';
import { focusOn, showsBoth, view } from './view.js';
import { showWaits } from './waits.js';

const PAGE = 25;
const MOST = 200;
const RETRY = 5000;

const place = document.getElementById('list');
const more = document.getElementById('more');
const filter = document.getElementById('state');
const clear = document.getElementById('clear');

let queues = [];
let queue = null;
let lines = null; // of the queue; null until they were read
let reading = 0;
let rendering = null;
let counting = null;
let pressed = false; // what is exchanged while somebody presses it hears no click
const changed = new Set(); // since it was rendered last
const emergencies = new Set(); // those that were told of already

const opened = new Opened({ changed: change, back: () => view('list') });
const search = new Search({ found: searched, ended: render });

async function reload() {
  const turn = ++reading;
  const answer = await readQueues();
  if (turn !== reading) return;
  if (!answer.queues) return fail(answer.status);
  queues = answer.queues;
  if (!queues.length) return nothingToDo();
  if (!queues.some((one) => one.queue === queue)) queue = queues[0].queue;
  const page = await call(`/api/queues/${queue}/referrals?${asked(Math.min(Math.max(lines?.size ?? 0, PAGE), MOST))}`);
  if (turn !== reading) return;
  if (!page.ok) return fail(page.status);
  const first = lines === null;
  lines = new Lines(page.body.items, page.body.next ?? null);
  for (const line of lines.all) remember(line);
  render();
  counted();
  if (search.active) search.again();
  if (opened.id) opened.read();
  else if (first && showsBoth() && lines.size) show(lines.all[0].referralId);
}

function asked(limit, cursor) {
  const query = new URLSearchParams({ limit });
  if (filter.value) query.set('state', filter.value);
  if (cursor) query.set('cursor', cursor);
  return query;
}

async function readMore() {
  const { next } = lines;
  const page = await call(`/api/queues/${queue}/referrals?${asked(PAGE, next)}`);
  if (!page.ok || lines.next !== next) return;
  lines.append(page.body.items, page.body.next ?? null);
  render();
}

function fail(status) {
  if (status === 401) return;
  setTimeout(reload, RETRY);
  if (lines) return;
  exchange(place, el(
    'div',
    { class: 'state', 'data-state': 'error' },
    el('h2', {}, 'The worklist cannot be read right now'),
    el('p', {}, status === 0
      ? 'There is no connection to the service. The page goes on by itself once there is.'
      : 'The service cannot reach its data. No referral is lost by it, and the list comes back by itself.'),
    el('p', {}, el('button', { type: 'button', onclick: reload }, 'Try again')),
  ));
}

function nothingToDo() {
  document.getElementById('filters').hidden = true;
  exchange(place, el(
    'div',
    { class: 'state', 'data-state': 'denied' },
    el('h2', {}, 'This account works on no queue'),
    el('p', {}, 'Ask an administrator to name your queues, then sign out and in again.'),
  ));
}

/** Takes in what became of a referral. */
function change(referral) {
  if (!lines) return;
  const id = referral.referralId;
  const before = lines.find(id);
  if (belongs(referral, queue, filter.value)) lines.put(referral);
  else {
    lines.remember(id);
    lines.remove(id);
  }
  search.hear(referral);
  if (before?.version !== referral.version) changed.add(id);
  later();
}

function hear(line) {
  tell(line);
  change(line);
  opened.hear(line);
}

function tell(line) {
  if (line.state !== 'ROUTED' || emergencies.has(line.referralId)) return;
  if (line.urgency === 'EMERGENCY') alarm(`Emergency in ${words(line.queue)}: ${rulesWords(line.rules)}`);
  else if (line.version === 1 && line.queue === queue) say(`New: ${words(line.urgency)}, ${rulesWords(line.rules)}`);
  remember(line);
}

function remember(line) {
  if (line.urgency === 'EMERGENCY') emergencies.add(line.referralId);
}

/** Many may change at once, as when a network uploads its backlog. */
function later() {
  rendering ??= setTimeout(render, 100);
  counting ??= setTimeout(async () => {
    const answer = await readQueues();
    counting = null;
    if (!answer.queues) return;
    queues = answer.queues;
    counted();
  }, 1000);
}

function counted() {
  const standing = queues.find((one) => one.queue === queue);
  if (!standing) return;
  showQueues(queues, queue, choose);
  showSummary(standing);
  showWaits(queue);
  readForecast(queue, forecast);
}

function forecast() {
  showSummary(queues.find((one) => one.queue === queue));
  render();
  opened.render();
}

function render() {
  clearTimeout(rendering);
  rendering = pressed ? setTimeout(render, 100) : null;
  if (!lines || pressed) return;
  const here = search.active ? search.lines : lines;
  const options = { open: opened.id, changed, show, act: (action) => opened.press(action), withQueue: search.active };
  exchange(
    place,
    search.active ? el('h2', {}, search.title()) : null,
    here.size ? table(search.active ? 'Referrals found' : `Worklist ${words(queue)}`, here.all, options) : empty(),
  );
  changed.clear();
  more.hidden = search.active || !lines.next;
  clear.hidden = !search.active && !filter.value;
  address();
}

function empty() {
  if (search.active) {
    return state('No such assessment in your queues', 'Its referrals may stand in other queues, or the id may be mistyped.', 'Back to the worklist', () => search.end());
  }
  return filter.value
    ? state('Nothing matches the filter', 'Clear it to see all that are open.', 'Clear the filter', reset)
    : state('Nobody is waiting in this queue', 'A new referral appears here by itself.');
}

function state(title, text, step, action) {
  return el(
    'div',
    { class: 'state', 'data-state': 'empty' },
    el('h2', {}, title),
    el('p', {}, text),
    step ? el('p', {}, el('button', { type: 'button', onclick: action }, step)) : null,
  );
}

/** What is shown can be gone back to, and sent to somebody. */
function address() {
  const query = new URLSearchParams();
  query.set('queue', queue);
  if (filter.value) query.set('state', filter.value);
  if (search.active) query.set('assessment', search.text);
  if (opened.id) query.set('referral', opened.id);
  const wanted = `?${query}`;
  if (location.search !== wanted) history.replaceState(history.state, '', wanted);
}

function choose(wanted) {
  if (wanted === queue) return;
  queue = wanted;
  lines = null;
  opened.close();
  search.forget();
  exchange(place, el('div', { class: 'state', 'data-state': 'loading' }, el('p', {}, `Reading ${words(queue)}.`)));
  counted();
  reload();
}

function show(id) {
  if (!showsBoth()) view('file');
  const showing = opened.show(id);
  render();
  return showing;
}

function step(steps) {
  const target = (search.active ? search.lines : lines)?.from(opened.id, steps);
  if (!target) return;
  opened.show(target.referralId);
  render();
  focusOn(target.referralId);
}

/** What was found takes the focus, so that keys are for it again. */
function searched() {
  const [first] = search.lines.all;
  if (search.lines.size === 1) show(first.referralId);
  else render();
  if (first) focusOn(first.referralId);
}

function filtered() {
  lines = null;
  search.forget();
  reload();
}

function reset() {
  filter.value = '';
  filtered();
}

place.addEventListener('pointerdown', () => { pressed = true; });
for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, () => { pressed = false; });
document.getElementById('filters').addEventListener('reset', () => setTimeout(filtered));
filter.addEventListener('change', filtered);
more.querySelector('button').addEventListener('click', readMore);

for (const [action, { key, title }] of Object.entries(ACTIONS)) {
  shortcut(key, title, () => opened.press(action));
}
shortcut('j', 'Next referral', () => step(1));
shortcut('k', 'Referral before', () => step(-1));
shortcut('/', 'Search by assessment', () => search.focus());
shortcut('f', 'Filter by state', () => filter.focus());
shortcut('q', 'Next queue', () => {
  const at = queues.findIndex((one) => one.queue === queue);
  if (queues.length > 1) choose(queues[(at + 1) % queues.length].queue);
});

const before = new URLSearchParams(location.search);
queue = before.get('queue');
filter.value = before.get('state') ?? '';
if (before.get('referral')) show(before.get('referral'));
if (before.get('assessment')) search.find(before.get('assessment'));

setInterval(counted, 60_000);
follow('/api/referrals/stream', { on: { referral: hear }, reload });
