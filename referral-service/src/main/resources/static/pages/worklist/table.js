// The lines of a worklist as a table.

import { el, identifier, tag, timeOf, urgencyBadge, words } from '/shell/elements.js';
import { ACTIONS, labelOf, usual } from './actions.js';
import { likelyLate } from './forecast.js';
import { acceptedWords, clinicName, FOR_CLINIC, isOpen, rulesWords, shortState } from './names.js';

const COLUMNS = [['Urgency', 'urgent'], ['Why, and from where', ''], ['Due', 'due'], ['State', 'state-of'], ['Next', 'next']];

/**
 * The table. `open` is the id of the referral that is shown beside it, `changed` are those that have just changed; `show`
 * and `act` are called with what somebody chooses.
 */
export function table(name, lines, { open, changed, show, act, withQueue }) {
  return el(
    'table',
    { class: 'stack lines', role: 'table', 'aria-label': name },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, COLUMNS.map(([column, kind]) => el('th', { role: 'columnheader', scope: 'col', class: kind }, column)))),
    el('tbody', { role: 'rowgroup' }, lines.map((line) => row(line, { open, changed, show, act, withQueue }))),
  );
}

function row(line, { open, changed, show, act, withQueue }) {
  const id = line.referralId;
  const here = id === open;
  return el(
    'tr',
    {
      role: 'row',
      class: `edge${changed.has(id) ? ' changed' : ''}${here ? ' here' : ''}`,
      'data-urgency': line.urgency,
      'data-referral': id,
      'data-assessment': line.assessmentId,
      'data-state': line.state,
      onclick: (event) => {
        if (!event.target.closest('a, button')) show(id);
      },
    },
    el('td', { role: 'cell' }, urgencyBadge(line.urgency)),
    el(
      'th',
      { role: 'rowheader', scope: 'row', class: 'wide' },
      el(
        'a',
        {
          href: `/?queue=${line.queue}&referral=${id}`,
          'data-focus': `show-${id}`,
          'aria-current': here ? 'true' : null,
          onclick: (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            show(id);
          },
        },
        rulesWords(line.rules),
      ),
      el('div', { class: 'small plain' }, withQueue ? `${words(line.queue)} · ` : '', `${clinicName(line.clinicId)} · `, 'routed ', timeOf(line.routedAt)),
      withQueue ? el('div', { class: 'small plain' }, 'Assessment ', identifier(line.assessmentId)) : null,
    ),
    el('td', { role: 'cell' }, due(line)),
    el('td', { role: 'cell' }, tag(shortState(line)), accepted(line), line.toConfirm ? el('div', { class: 'small' }, 'asked to end') : null),
    el('td', { role: 'cell', class: 'last' }, here ? next(line, act) : ''),
  );
}

/** By whom, where the state does not say so. */
function accepted(line) {
  return line.acceptedBy && line.state !== 'ACCEPTED' ? el('div', { class: 'small' }, acceptedWords(line)) : null;
}

/** Of the open one alone: lines move while one aims at them, and whoever acts has seen why. */
function next(line, act) {
  const action = usual(line);
  if (!action) return '';
  const { key } = ACTIONS[action];
  return el(
    'button',
    { type: 'button', 'data-focus': `next-${line.referralId}`, class: 'primary', onclick: () => act(action) },
    labelOf(action, line),
    el('kbd', { 'aria-hidden': 'true' }, key.toUpperCase()),
    el('span', { class: 'hidden' }, ` ${rulesWords(line.rules)}, ${clinicName(line.clinicId)}`),
  );
}

/** When it is due, and what is to be said about that; the same beside the table. */
export function due(referral) {
  if (referral.state === 'RETURNED' && FOR_CLINIC) return el('span', {}, 'waits for your answer');
  if (!isOpen(referral)) return el('span', { class: 'muted' }, 'closed');
  const late = referral.breached;
  const parts = [];
  if (referral.appointmentAt && referral.state === 'SCHEDULED') parts.push(el('div', {}, 'appointment ', timeOf(referral.appointmentAt)));
  if (referral.pause) parts.push(el('div', {}, 'clock waits, goes on ', timeOf(referral.pause.until)));
  if (!referral.dueAt) parts.push(el('div', { class: 'muted' }, 'no due time'));
  else if (isTaken(referral)) parts.push(el('div', { class: 'muted' }, late ? 'accepted late' : 'accepted in time'));
  else if (late) parts.push(el('div', { class: 'late' }, 'overdue, was due ', timeOf(referral.dueAt)));
  else if (isTooLate(referral)) parts.push(el('div', { class: 'late' }, 'later than due, ', timeOf(referral.dueAt)));
  else parts.push(el('div', {}, 'due ', timeOf(referral.dueAt)), referral.pause ? null : likelyLate(referral));
  return parts;
}

function isTooLate({ state, appointmentAt, dueAt }) {
  return state === 'SCHEDULED' && Date.parse(appointmentAt) > Date.parse(dueAt);
}

/** An emergency is in time once it is accepted. */
function isTaken({ urgency, state }) {
  return urgency === 'EMERGENCY' && state !== 'ROUTED';
}
