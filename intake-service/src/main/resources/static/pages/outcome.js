// How an assessment and what became of it is put into words, the same on every page of intake.

import { el, tag, timeOf, words } from '/shell/elements.js';

const STATUS = {
  SUBMITTED: 'being decided',
  TRIAGED: 'decided',
  PARKED: 'could not be processed',
};

const ALERT = {
  NOTIFYING: 'on-call staff are being told',
  ACKNOWLEDGED: 'on-call staff have it',
  PATIENT_CONTACTED: 'the patient was contacted',
  CLOSED: 'closed',
};

const REFERRAL = { NO_SHOW: 'did not come', RETURNED: 'came back' };

/** Where an assessment stands, in words. */
export function statusWords(status) {
  return STATUS[status] ?? words(status).toLowerCase();
}

/** Where its alert stands, in words. */
export function alertWords({ state, deliveredAt }) {
  if (state === 'NOTIFYING' && !deliveredAt) return 'raised, nobody told yet';
  return ALERT[state] ?? words(state).toLowerCase();
}

/** Where a referral stands, in words. */
export function referralWords(state) {
  return REFERRAL[state] ?? words(state).toLowerCase();
}

/** A reason of a specialist as words, whether it is coded or written. */
export function reasonWords(reason) {
  return /^[A-Z_]+$/.test(reason) ? words(reason) : reason;
}

/** A path of an answer as words: "neuro.saddleNumbness" is "Saddle numbness". */
export function questionWords(path) {
  return words(path.split('.').at(-1).replace(/([a-z])([A-Z])/g, '$1 $2'));
}

/** An answer as words. */
export function answerWords(value) {
  if (value === null || value === undefined) return 'not answered';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length ? value.map(answerWords).join(', ') : 'none';
  return typeof value === 'string' ? words(value).toLowerCase() : String(value);
}

/** A referral in one line. */
export function referralLine(referral) {
  return el(
    'span',
    {},
    `${words(referral.queue)} `,
    tag(referralWords(referral.state)),
    referral.appointmentAt
      ? [' appointment ', timeOf(referral.appointmentAt)]
      : referral.dueAt && !['COMPLETED', 'RETURNED', 'WITHDRAWN', 'CANCELLED'].includes(referral.state)
        ? [' due ', timeOf(referral.dueAt)]
        : null,
  );
}

const ANSWERS = { RETURNED: 'Close it', ROUTED: 'Cancel it', ACCEPTED: 'Cancel it', SCHEDULED: 'Cancel it', NO_SHOW: 'Cancel it' };

/** Leads to a referral where a clinic can do something about it, on the pages of referrals. */
export function referralLink(assessmentId, { referralId, queue, state }) {
  const query = new URLSearchParams({ assessment: assessmentId, referral: referralId });
  return el(
    'a',
    { class: 'small', href: `${document.getElementById('main').dataset.referrals}/?${query}`, 'data-focus': `referral-${referralId}` },
    ANSWERS[state] ?? 'Its history',
    el('span', { class: 'hidden' }, ` ${words(queue)}`),
  );
}

/** The safety questions that nobody has answered. */
export function openQuestions(assessment) {
  return assessment.decision?.unansweredSafetyQuestions ?? [];
}

/** The referrals that came back to the clinic. */
export function returned(assessment) {
  return assessment.referrals.filter((referral) => referral.state === 'RETURNED');
}

/** True where the clinic is asked for something. */
export function needsAttention(assessment) {
  return openQuestions(assessment).length > 0 || returned(assessment).length > 0;
}
