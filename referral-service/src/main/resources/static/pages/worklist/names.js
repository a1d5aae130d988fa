// How queues, clinics, states, codes and people are called here.

import { call } from '/shell/api.js';
import { words } from '/shell/elements.js';

const known = document.getElementById('names').content;
const clinics = new Map([...known.querySelectorAll('.clinic')].map((clinic) => [clinic.value, clinic.textContent]));

/** All queues that there are, whoever works on them. */
export const QUEUES = [...known.querySelectorAll('.queue')].map((queue) => queue.value);

/** Who is signed in. */
export const ACCOUNT = document.getElementById('main').dataset.account;

/** True where a clinic looks at its own referrals, rather than specialists at their queues. */
export const FOR_CLINIC = document.getElementById('main').dataset.side === 'clinic';

/** Where the pages of assessments are; known to clinics. */
export const ASSESSMENTS = document.getElementById('main').dataset.assessments;

const STATES = {
  ROUTED: 'waits to be accepted',
  ACCEPTED: 'accepted',
  SCHEDULED: 'has an appointment',
  NO_SHOW: 'did not come',
  COMPLETED: 'seen',
  RETURNED: FOR_CLINIC ? 'returned to you' : 'returned to the clinic',
  REDIRECTED: 'redirected',
  WITHDRAWN: 'no longer asked for',
  CANCELLED: FOR_CLINIC ? 'cancelled' : 'cancelled by the clinic',
};

const OPEN = ['ROUTED', 'ACCEPTED', 'SCHEDULED', 'NO_SHOW'];

export function clinicName(id) {
  return clinics.get(id) ?? words(id);
}

export function stateWords(state) {
  return STATES[state] ?? words(state).toLowerCase();
}

/** Where a referral stands, where there is little room. */
export function shortState(referral) {
  if (referral.state === 'ROUTED') return 'to accept';
  return referral.state === 'ACCEPTED' ? acceptedWords(referral) : stateWords(referral.state);
}

/** Who has accepted: the others are named beside the list, with all that they did. */
export function acceptedWords({ acceptedBy }) {
  if (!acceptedBy || FOR_CLINIC) return 'accepted';
  return acceptedBy === ACCOUNT ? 'accepted by you' : 'accepted by a colleague';
}

/** True where somebody still has to do something. */
export function isOpen(referral) {
  return OPEN.includes(referral.state);
}

/** Who acted: you, somebody, or nobody at all. */
export function actorName(actor) {
  if (actor === ACCOUNT) return 'you';
  return actor === 'referral-service' ? 'the platform' : actor;
}

/** The rules that asked for a referral, in short. */
export function rulesWords(rules) {
  const [first, ...more] = rules;
  return first ? `${first}${more.length ? ` and ${more.length} more` : ''}` : 'no rule';
}

const meanings = new Map();
let codes = null;

/** Reads, once, the reasons and outcomes that actions ask for: a list of codes with their meaning for each action. */
export async function readCodes() {
  if (codes) return codes;
  const answer = await call('/api/referrals/codes');
  if (!answer.ok) return null;
  codes = new Map(answer.body.items.map((item) => [item.action, item.codes]));
  for (const { code, meaning } of [...codes.values()].flat()) meanings.set(code, meaning);
  return codes;
}

/** What a code means. */
export function codeWords(code) {
  return meanings.get(code) ?? words(code);
}
