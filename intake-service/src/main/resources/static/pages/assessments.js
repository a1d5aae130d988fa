// The clinic's list of assessments: what asks for an answer on top, below all of them, newest first, and live.

import { alarm, say } from '/shell/announce.js';
import { call } from '/shell/api.js';
import { el, identifier, tag, timeOf, urgencyBadge, words } from '/shell/elements.js';
import { follow } from '/shell/live.js';
import { shortcut } from '/shell/shortcuts.js';
import { alertWords, needsAttention, openQuestions, questionWords, reasonWords, referralLine, referralLink, returned, statusWords } from '/pages/outcome.js';

const LIMIT = 25;
const filters = document.getElementById('filters');
const list = document.getElementById('list');
const attention = document.getElementById('attention');
const pager = document.getElementById('pager');

let shown = new Map(); // what this page of the list shows, by id, in its order
let asking = new Map(); // what asks for an answer, by id
let emergencies = new Set(); // those that were told of already
let cursors = [null]; // of this page and all before it
let next = null;
let reading = 0;
let rendering = null; // a timer, where it is due
const changed = new Set(); // since it was rendered last

function query() {
  const asked = new URLSearchParams();
  for (const name of ['urgency', 'status']) {
    if (filters.elements[name].value) asked.set(name, filters.elements[name].value);
  }
  return asked;
}

async function reload() {
  const turn = ++reading;
  const asked = query();
  asked.set('limit', LIMIT);
  if (cursors.at(-1)) asked.set('cursor', cursors.at(-1));
  const [page, waiting] = await Promise.all([
    call(`/api/assessments?${asked}`),
    call('/api/assessments?attention=true&limit=20'),
  ]);
  if (turn !== reading) return;
  if (!page.ok || !waiting.ok) {
    fail(page.ok ? waiting : page);
    return;
  }
  shown = byId(page.body.items);
  asking = byId(waiting.body.items);
  next = page.body.next ?? null;
  for (const assessment of shown.values()) remember(assessment);
  render();
}

function byId(items) {
  return new Map(items.map((assessment) => [assessment.assessmentId, assessment]));
}

function fail(answer) {
  if (shown.size > 0 || answer.status === 401) return;
  list.replaceChildren(el(
    'div',
    { class: 'state', 'data-state': 'error' },
    el('h3', {}, 'The list cannot be read right now'),
    el('p', {}, answer.status === 0
      ? 'There is no connection to the service. The page goes on by itself once there is.'
      : 'The service cannot reach its data. Assessments are still accepted, and the list comes back by itself.'),
    el('p', {}, el('button', { type: 'button', onclick: reload }, 'Try again')),
  ));
}

/** Takes in what became of one assessment. */
function change(assessment) {
  const id = assessment.assessmentId;
  const before = shown.get(id) ?? asking.get(id);
  if (needsAttention(assessment)) asking.set(id, assessment);
  else asking.delete(id);
  const matches = (!filters.elements.urgency.value || assessment.decision?.urgency === filters.elements.urgency.value)
    && (!filters.elements.status.value || assessment.status === filters.elements.status.value);
  if (shown.has(id)) {
    if (matches) shown.set(id, assessment);
    else shown.delete(id);
  } else if (matches && cursors.length === 1) {
    shown = new Map([...shown, [id, assessment]]
      .sort(([, one], [, other]) => new Date(other.receivedAt) - new Date(one.receivedAt))
      .slice(0, LIMIT));
  }
  tell(assessment, before);
  changed.add(id);
  // Many may change at once, as when a network uploads its backlog.
  rendering ??= setTimeout(render, 100);
}

function tell(assessment, before) {
  if (assessment.decision?.urgency !== 'EMERGENCY') {
    if (assessment.decision && before?.decision?.decisionId !== assessment.decision.decisionId) {
      say(`Decided: ${words(assessment.decision.urgency)}`);
    }
    return;
  }
  if (!emergencies.has(assessment.assessmentId)) {
    alarm(`Emergency: ${assessment.decision.findings[0]?.title ?? 'see the list'}`);
  }
  remember(assessment);
}

function remember(assessment) {
  if (assessment.decision?.urgency === 'EMERGENCY') emergencies.add(assessment.assessmentId);
}

function render() {
  clearTimeout(rendering);
  rendering = null;
  attention.hidden = asking.size === 0;
  const waiting = [...asking.values()].sort((one, other) => new Date(other.receivedAt) - new Date(one.receivedAt));
  exchange(document.getElementById('attention-list'), waiting.length ? table('Waiting for an answer', waiting) : null);
  exchange(list, shown.size ? table('Assessments', [...shown.values()]) : empty());
  changed.clear();
  next = shown.size === LIMIT ? next : null;
  pager.hidden = cursors.length === 1 && !next;
  document.getElementById('newer').disabled = cursors.length === 1;
  document.getElementById('older').disabled = !next;
  document.getElementById('position').textContent = `Page ${cursors.length}`;
  document.getElementById('summary').textContent = summary();
}

/** Exchanges what is in a place, and keeps the focus where it was. */
function exchange(place, made) {
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  place.replaceChildren(...(made ? [made] : []));
  if (focused) place.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
}

function summary() {
  const open = [...shown.values()].filter((one) => one.alert?.state === 'NOTIFYING').length;
  if (open > 0) return `${open} ${open === 1 ? 'emergency that nobody has' : 'emergencies that nobody has'} taken over yet`;
  return asking.size > 0 ? `${asking.size} waiting for an answer from you` : 'Nothing is waiting for you.';
}

function empty() {
  const filtered = filters.elements.urgency.value || filters.elements.status.value;
  return el(
    'div',
    { class: 'state', 'data-state': 'empty' },
    el('h3', {}, filtered ? 'Nothing matches the filter' : 'No assessments yet'),
    el('p', {}, filtered ? 'Clear it to see all.' : 'What your clinic submits appears here, and what was decided.'),
    el('p', {}, filtered
      ? el('button', { type: 'button', onclick: () => filters.reset() }, 'Clear the filter')
      : el('a', { class: 'button', href: '/' }, 'New assessment')),
  );
}

const COLUMNS = [['Urgency', 'w2'], ['Patient', 'w3'], ['Why', 'w4'], ['What becomes of it', ''], ['Received', 'w2'], ['Change', 'w1']];

function table(name, assessments) {
  return el(
    'table',
    { class: 'stack', role: 'table', 'aria-label': name },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, COLUMNS.map(([column, width]) => el('th', { role: 'columnheader', scope: 'col', class: width }, column)))),
    el('tbody', { role: 'rowgroup' }, assessments.map((assessment) => row(assessment, changed.has(assessment.assessmentId)))),
  );
}

function row(assessment, isNew) {
  const id = assessment.assessmentId;
  const urgency = assessment.decision?.urgency;
  const patient = assessment.patientReference ?? 'no reference';
  return el(
    'tr',
    { role: 'row', class: `edge${isNew ? ' changed' : ''}`, 'data-urgency': urgency ?? 'NONE', 'data-assessment': id },
    el('td', { role: 'cell' }, urgencyBadge(urgency)),
    el('th', { role: 'rowheader', scope: 'row' }, el('a', { href: `/assessments/${id}`, 'data-focus': `show-${id}` }, patient)),
    el('td', { role: 'cell', class: 'wide' }, why(assessment)),
    el('td', { role: 'cell', class: 'wide' }, outcome(assessment)),
    el('td', { role: 'cell' }, assessment.receivedAt ? timeOf(assessment.receivedAt) : '', ' ', identifier(id)),
    el('td', { role: 'cell', class: 'last' }, el('a', { href: `/?amend=${id}`, 'data-focus': `amend-${id}` }, 'Amend', el('span', { class: 'hidden' }, ` ${patient}`))),
  );
}

function why(assessment) {
  const [first, ...more] = assessment.decision?.findings ?? [];
  const questions = openQuestions(assessment);
  return [
    first
      ? el('div', {}, `${first.title} `, el('span', { class: 'muted small' }, first.rule, more.length ? ` and ${more.length} more` : ''))
      : el('div', {}, statusWords(assessment.status)),
    assessment.decision && assessment.status !== 'TRIAGED' ? el('div', { class: 'small' }, tag(`a newer revision is ${statusWords(assessment.status)}`)) : null,
    questions.length
      ? el('div', { class: 'small' }, el('strong', {}, 'Still open: '), questions.map(questionWords).join(', '))
      : null,
  ];
}

function outcome(assessment) {
  const back = returned(assessment);
  const referrals = back.length ? back : assessment.referrals.slice(0, 1);
  const more = assessment.referrals.length - referrals.length;
  return [
    assessment.alert ? el('div', {}, 'Alert ', tag(alertWords(assessment.alert))) : null,
    referrals.map((referral) => el(
      'div',
      {},
      referralLine(referral),
      referral.state === 'RETURNED' && (referral.advice ?? referral.reason) ? el('div', { class: 'small' }, referral.advice ?? reasonWords(referral.reason)) : null,
      referral.state === 'RETURNED' ? el('div', {}, referralLink(assessment.assessmentId, referral)) : null,
    )),
    more > 0 ? el('div', { class: 'muted small' }, `and ${more} more`) : null,
    !assessment.alert && assessment.referrals.length === 0 ? el('span', { class: 'muted' }, assessment.decision ? 'no referral' : '') : null,
  ];
}

function filterChanged() {
  cursors = [null];
  const asked = query();
  history.replaceState(null, '', asked.size ? `?${asked}` : location.pathname);
  reload();
}

filters.addEventListener('change', filterChanged);
filters.addEventListener('reset', () => setTimeout(filterChanged));
filters.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('older').addEventListener('click', () => {
  cursors.push(next);
  reload();
});
document.getElementById('newer').addEventListener('click', () => {
  cursors.pop();
  reload();
});

const before = new URLSearchParams(location.search);
for (const name of ['urgency', 'status']) {
  if (before.get(name)) filters.elements[name].value = before.get(name);
}

shortcut('n', 'New assessment', () => location.assign('/'));
shortcut('u', 'Filter by urgency', () => filters.elements.urgency.focus());
shortcut('s', 'Filter by status', () => filters.elements.status.focus());

follow('/api/assessments/stream', { on: { assessment: change }, reload });
