// The history of a referral in words.

import { el, timeOf, urgencyBadge, words } from '/shell/elements.js';
import { actorName, codeWords, stateWords } from './names.js';

const CHANGES = {
  DECIDED: 'put into this queue',
  URGENCY_RAISED: 'urgency raised by a newer assessment',
  URGENCY_LOWERED: 'urgency lowered by a newer assessment',
  FINDINGS_CHANGED: 'other findings of a newer assessment',
  NO_LONGER_ASKED_FOR: 'a newer assessment no longer asks for it',
  ASKED_FOR_AGAIN: 'a newer assessment asks for it again',
  RECEIVED_EARLIER: 'due earlier: it was received before',
  BREACHED: 'became overdue',
  ACCEPTED: 'accepted',
  SCHEDULED: 'given an appointment',
  NO_SHOW: 'the patient did not come',
  COMPLETED: 'completed',
  RETURNED: 'returned to the clinic',
  REDIRECTED: 'redirected',
  REDIRECTED_HERE: 'redirected here',
  MERGED: 'joined by a referral from another queue',
  CANCELLED: 'cancelled',
  CANCELLATION_ASKED: 'cancellation asked for',
  CANCELLATION_CONFIRMED: 'cancellation confirmed',
  WITHDRAWAL_CONFIRMED: 'end confirmed',
  PAUSED: 'clock stopped',
  RESUMED: 'clock went on',
};

/** What happened in a step, without its time. */
export function stepWords(step) {
  const what = CHANGES[step.change] ?? words(step.change).toLowerCase();
  return step.action ? `${what} by ${actorName(step.actor)}` : what;
}

/** Where a referral stands and since when: its last step that changed the state. */
export function standingStep(file) {
  return file.history.findLast((step) => step.from !== step.to) ?? file.history.at(-1);
}

/** Its state in words, with who brought it about. */
export function standingWords(file) {
  const step = standingStep(file);
  const who = step?.action ? ` by ${actorName(step.actor)}` : '';
  return `${stateWords(file.state)}${['SCHEDULED', 'NO_SHOW'].includes(file.state) ? '' : who}`;
}

/** The history as a list, the newest first. */
export function historyList(file) {
  return el('ol', { class: 'history', reversed: true }, file.history.toReversed().map((step, index, steps) => item(step, steps[index + 1])));
}

function item(step, before) {
  const given = step.reason !== step.change ? codeWords(step.reason) : null;
  const details = [
    step.queue ? `to ${words(step.queue)}` : null,
    given,
    step.site,
    step.advice ? `Advice: ${step.advice}` : null,
    step.comment ? `Comment: ${step.comment}` : null,
  ].filter(Boolean);
  return el(
    'li',
    {},
    el('div', {}, `${stepWords(step)} `, el('span', { class: 'muted' }, timeOf(step.at))),
    before && before.urgency !== step.urgency ? el('div', { class: 'row' }, urgencyBadge(before.urgency), '→', urgencyBadge(step.urgency)) : null,
    step.appointmentAt ? el('div', { class: 'small' }, 'Appointment ', moment(step.appointmentAt)) : null,
    step.until ? el('div', { class: 'small' }, 'until ', moment(step.until)) : null,
    details.map((detail) => el('div', { class: 'small' }, detail)),
  );
}

/** A moment to come, as on a calendar, with how far it is. */
export function moment(iso) {
  const date = new Date(iso);
  const text = date.toLocaleString(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  return el('span', {}, `${text} (`, timeOf(iso), ')');
}
