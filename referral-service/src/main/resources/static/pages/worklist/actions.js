// What can be done with a referral: by which key, and what has to be told with it. What is possible, the service says.

import { FOR_CLINIC } from './names.js';

/** The actions in the order in which they are offered. Those without fields are done at once. */
export const ACTIONS = {
  confirm: { key: 'o', label: 'Confirm the end', title: 'Confirm that this referral ends', done: 'The end is confirmed', fields: [] },
  accept: { key: 'a', label: 'Accept', title: 'Accept', done: 'Accepted' },
  schedule: { key: 's', label: 'Schedule', title: 'Give an appointment', done: 'The appointment is set', fields: ['appointmentAt', 'site'] },
  complete: { key: 'c', label: 'Complete', title: 'The patient was seen', done: 'Completed', fields: ['outcome'] },
  'no-show': { key: 'n', label: 'No-show', title: 'The patient did not come', done: 'Noted that the patient did not come', fields: [] },
  return: { key: 'r', label: 'Return', title: 'Return to the clinic', done: 'Returned to the clinic', fields: ['reason', 'advice'] },
  redirect: { key: 'x', label: 'Redirect', title: 'Redirect to another queue', done: 'Redirected', fields: ['queue', 'reason'] },
  pause: { key: 'w', label: 'Wait', title: 'Let the clock wait', done: 'The clock waits', fields: ['reason', 'until'] },
  resume: { key: 'g', label: 'Go on', title: 'Let the clock go on', done: 'The clock goes on' },
  cancel: FOR_CLINIC
    ? { key: 'c', label: 'Cancel', title: 'Cancel or close', done: 'Cancelled', fields: ['reason'] }
    : { key: 'z', label: 'Cancel for the clinic', title: 'Cancel for the clinic', done: 'Cancelled', fields: ['reason'] },
};

/** What is asked along with an action. */
export const FIELDS = {
  appointmentAt: { label: 'When', kind: 'time', required: true, missing: 'Say when.' },
  site: { label: 'Where', kind: 'line', most: 200 },
  outcome: { label: 'Outcome', kind: 'code', required: true, missing: 'Choose an outcome.' },
  reason: { label: 'Reason', kind: 'code', required: true, missing: 'Choose a reason.' },
  advice: { label: 'Advice to the clinic', kind: 'text', most: 4000, required: true, missing: 'Say what the clinic is advised to do.', hint: 'The clinic reads it, and so may its systems.' },
  queue: { label: 'To', kind: 'queue', required: true, missing: 'Choose a queue.' },
  until: { label: 'Until', kind: 'time', required: true, missing: 'Say until when.', hint: 'It goes on by itself then.' },
  comment: { label: 'Comment', kind: 'text', most: 4000, hint: 'Stays in the history of the referral.' },
};

/** The actions among those possible that are known here, in order. */
export function offered(file) {
  return Object.keys(ACTIONS).filter((action) => file.availableActions.includes(action));
}

const NEXT = { ROUTED: 'accept', ACCEPTED: 'schedule', SCHEDULED: 'complete', NO_SHOW: 'schedule' };

/** How an action is called, to whoever may take it. */
export function labelOf(action, referral) {
  return action === 'cancel' && FOR_CLINIC && referral.state === 'RETURNED' ? 'Close it' : ACTIONS[action].label;
}

/** What was done, in words. */
export function doneWords(action, referral) {
  return action === 'cancel' && referral.state !== 'CANCELLED' ? 'The end is asked for, a specialist confirms it' : ACTIONS[action].done;
}

/** What usually comes next. */
export function usual(referral) {
  if (FOR_CLINIC) return referral.state === 'RETURNED' ? 'cancel' : undefined;
  return referral.toConfirm ? 'confirm' : NEXT[referral.state];
}

/** The possible actions as words, with their keys. */
export function possible(file) {
  const actions = offered(file);
  return actions.length
    ? `Possible now: ${actions.map((action) => `${ACTIONS[action].label} (${ACTIONS[action].key.toUpperCase()})`).join(', ')}.`
    : 'Nothing more is to be done with it here.';
}
