// What can be done with an alert, by which key, and sending it.

import { call } from '/shell/api.js';
import { isAboutAPatient, isMine } from './alerts.js';
import { isKnown, ME, personName } from './names.js';
import { exactly, now } from './ticking.js';

/** The actions in the order in which they are offered. `take` is the handing over to oneself. */
export const ACTIONS = {
  acknowledge: { key: 'Enter', sign: '↵', label: 'Acknowledge', title: 'Acknowledge the first or selected alert', done: 'Acknowledged: it is yours' },
  'patient-contacted': { key: 'c', sign: 'C', label: 'Patient contacted', title: 'The patient was reached', done: 'Noted: the patient was contacted' },
  unreachable: { key: 'u', sign: 'U', label: 'Not reached', title: 'The patient was tried and not reached', done: 'Noted that the patient was not reached: try again, or call the clinic' },
  close: { key: 'x', sign: 'X', label: 'Close', title: 'Close the alert', done: 'Closed', asks: true },
  take: { key: 't', sign: 'T', label: 'Take over', title: 'Take the alert over', done: 'It is yours now' },
  reassign: { key: 'h', sign: 'H', label: 'Hand over', title: 'Hand the alert over', done: 'Handed over: they are told', asks: true },
};

/** What the service says can be done with an alert that was read. */
export function offered(alert, available) {
  const possible = available.flatMap((action) => (action === 'reassign' && !isMine(alert) && isKnown(ME) ? ['take', action] : [action]));
  return Object.keys(ACTIONS).filter((action) => possible.includes(action));
}

/** What usually comes next with an alert that was not read yet: the rest is behind opening it. */
export function usual(alert) {
  if (alert.state === 'NOTIFYING') return ['acknowledge'];
  if (!isMine(alert)) return isKnown(ME) ? ['take'] : [];
  if (alert.state === 'PATIENT_CONTACTED' || !isAboutAPatient(alert)) return ['close'];
  return ['patient-contacted', 'unreachable'];
}

/**
 * Does something with an alert as it was read. The result is `done` with the `alert` as it is then, or a `text` that says why
 * it was not.
 */
export async function send(alert, action, body) {
  const take = action === 'take';
  const answer = await call(`/api/alerts/${alert.alertId}/${take ? 'reassign' : action}`, {
    method: 'POST',
    body: take ? { to: ME } : body,
    headers: action === 'acknowledge' ? {} : { 'If-Match': `"${alert.version}"` },
  });
  return answer.ok ? { done: true, alert: answer.body } : { text: refusal(action, answer) };
}

function refusal(action, { status, body }) {
  const label = `“${ACTIONS[action].label}” was not done`;
  switch (status) {
    case 0:
    case 503:
      return action === 'acknowledge'
        ? 'No answer: it is not known whether you have it, and people may go on being told. Acknowledge again; that does no harm.'
        : 'No answer: it is not known whether this was done. Look again once the page is live.';
    case 401:
      return `${label}: you are signed out. Sign in again, and repeat it.`;
    case 403:
      return `${label}: this account may not do that.`;
    case 404:
      return `${label}: the alert is not yours to see any more.`;
    case 409:
      return `${label}: ${conflict(body)}`;
    case 412:
      return `${label}: the alert has changed since it was shown. This is how it is now; look, and do it again if it still holds.`;
    default:
      return `${label}: ${body?.errors?.[0]?.message ?? body?.detail ?? 'the service failed. It was logged.'}`;
  }
}

function conflict(problem) {
  if (problem?.state === 'CLOSED') return 'it is closed.';
  if (problem?.acknowledgedBy) {
    const name = personName(problem.acknowledgedBy);
    const since = problem.acknowledgedAt ? `, since ${exactly((now() - Date.parse(problem.acknowledgedAt)) / 1000)}` : '';
    return `${name === 'you' ? 'you have' : `${name} has`} it already${since}. You need not call the patient unless they ask you to.`;
  }
  return problem?.detail ?? 'that is not possible as the alert stands.';
}
