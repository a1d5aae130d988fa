// Sends what somebody does with a referral, and says what became of it.

import { call } from '/shell/api.js';
import { ACTIONS, possible } from './actions.js';
import { stepWords } from './history.js';
import { stateWords } from './names.js';

/** Reads a referral: `file`, or the `status` of the refusal. */
export async function readFile(id) {
  const answer = await call(`/api/referrals/${id}`);
  return answer.ok ? { file: answer.body } : { status: answer.status };
}

/**
 * Does something with a referral as it was read. The result has `file` where it is known anew, `done`, the `errors` of the
 * fields, or a `text` that says why it was not done.
 */
export async function send(file, action, body) {
  const answer = await call(`/api/referrals/${file.referralId}/${action}`, {
    method: 'POST',
    body,
    headers: { 'If-Match': `"${file.version}"` },
  });
  if (answer.ok) return { done: true, file: answer.body };
  if (answer.status === 400 && answer.body?.errors) return { errors: answer.body.errors };
  if (answer.status === 409 || answer.status === 412) return conflict(file, action, answer.body);
  return { text: failure(answer.status, answer.body) };
}

/** Somebody was first: what the referral has become is read, and told. */
async function conflict(before, action, problem) {
  if (problem?.queues && action === 'redirect') {
    return { errors: [{ path: 'queue', message: 'It stands in that queue, or has stood there. Choose another.' }] };
  }
  const { file } = await readFile(before.referralId);
  if (!file) return { text: `${ACTIONS[action].label} was not done: the referral has changed, and cannot be read right now.` };
  return { file, text: conflictWords(before, file, action, problem) };
}

function conflictWords(before, now, action, problem) {
  const steps = now.history.filter((step) => step.version > before.version);
  const why = steps.length ? `Meanwhile: ${steps.map(stepWords).join(', then ')}.` : problem?.detail ?? '';
  return `${ACTIONS[action].label} was not done. ${why} Now it is “${stateWords(now.state)}”. ${possible(now)}`;
}

function failure(status, problem) {
  switch (status) {
    case 0:
    case 503:
      return 'No answer: it is not known whether this was done. Send it again once the page is live; it is done once.';
    case 401:
      return 'Not done: you are signed out. Sign in again, and repeat it.';
    case 403:
      return 'Not done: this account may not do that.';
    case 404:
      return 'Not done: the referral is not among yours any more.';
    default:
      return `Not done: ${problem?.detail ?? 'the service failed. It was logged.'}`;
  }
}
