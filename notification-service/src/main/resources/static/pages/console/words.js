// How alerts, and what was done about them, are put into words.

import { el, urgencyBadge, words } from '/shell/elements.js';
import { isAboutAPatient, isMine } from './alerts.js';
import { contactName, personName } from './names.js';
import { dueIn, exactly } from './ticking.js';

const CHANNELS = { EMAIL: 'mail', WEBHOOK: 'webhook', SMS: 'SMS', VOICE: 'call', PAGERDUTY: 'PagerDuty', WEB_PUSH: 'browser' };

const OUTCOMES = { ACCEPTED: 'delivered', FAILED: 'failed', REFUSED: 'refused', GONE: 'given up' };

export const channelWords = (channel) => CHANNELS[channel] ?? words(channel).toLowerCase();

export const outcomeWords = (outcome) => OUTCOMES[outcome] ?? words(outcome).toLowerCase();

/** What kind of alert it is, by colour, word and shape. */
export function kindBadge(alert) {
  if (alert.kind === 'OPERATIONS') return el('span', { class: 'tag' }, 'OPERATIONS');
  const badge = urgencyBadge('EMERGENCY');
  if (alert.kind !== 'EMERGENCY') badge.lastChild.textContent = ` ${alert.kind.replaceAll('_', ' ')}`;
  return badge;
}

/** What a newer revision made of it, where that is less. */
export function loweredTo(alert) {
  return alert.kind === 'EMERGENCY' && alert.urgency !== 'EMERGENCY'
    ? el('span', { class: 'small' }, 'a newer revision says ', urgencyBadge(alert.urgency))
    : null;
}

export const urgencyOf = (alert) => (isAboutAPatient(alert) ? 'EMERGENCY' : 'NONE');

const NEXT = {
  NOTIFYING: ['next page', 'the next page is due now'],
  ACKNOWLEDGED: ['contact due', 'contact is overdue: people are told again'],
  PATIENT_CONTACTED: ['closing due', 'closing is overdue: people are told again'],
};

/** What happens next, and when, unless somebody acts. */
export function nextWords(alert) {
  const [what, late] = NEXT[alert.state] ?? [];
  return alert.nextAt && what ? dueIn(what, alert.nextAt, late) : null;
}

/** Who has it, as a sentence. */
export function holderWords(alert) {
  const name = personName(alert.acknowledgedBy);
  const has = isMine(alert) ? 'you have it' : `${name} has it`;
  return alert.state === 'PATIENT_CONTACTED' ? `${has}, the patient was contacted` : has;
}

const SAID = {
  RAISED: () => 'Raised',
  ANNOTATED: ({ revision, urgency }) => `Revision ${revision}: ${words(urgency ?? '')}`,
  NEW_EMERGENCY: () => 'A new reason for alarm',
  SUSPECTED: () => 'A further record about it could not be processed',
  NEXT_STEP: ({ round, step }) => `Round ${round}, step ${step} began`,
  DELIVERED: () => 'The first message was delivered',
  ACKNOWLEDGED: ({ actor }) => `Acknowledged by ${personName(actor)}`,
  PATIENT_UNREACHABLE: ({ actor }) => `Patient not reached, tried by ${personName(actor)}`,
  PATIENT_CONTACTED: ({ actor }) => `Patient contacted by ${personName(actor)}`,
  REASSIGNED: ({ actor }) => `Handed over by ${personName(actor)}`,
  NOT_CONTACTED_IN_TIME: () => 'Patient not contacted in time: people are told again',
  NOT_CLOSED_IN_TIME: () => 'Not closed in time: people are told again',
  CLOSED: ({ actor }) => `Closed by ${personName(actor)}`,
  ATTEMPT: ({ contact, channel, outcome }) => `${words(channelWords(channel))} to ${contactName(contact)}: ${outcomeWords(outcome)}`,
  PARKED_RECORD: () => 'A record could not be processed',
};

/** A line of the timeline. */
export function entryWords(entry) {
  const said = SAID[entry.what]?.(entry) ?? words(entry.what);
  const detail = entry.detail ? ` (${entry.detail})` : '';
  const times = entry.times ? `, ${entry.times} times in ${exactly((Date.parse(entry.lastAt) - Date.parse(entry.at)) / 1000)}` : '';
  return `${said}${detail}${times}`;
}

/** A path of an answer as words: "neuro.saddleNumbness" is "Saddle numbness". */
export function questionWords(path) {
  return words(path.split('.').at(-1).replace(/([a-z])([A-Z])/g, '$1 $2'));
}

/** An answer as words. */
export function answerWords(value) {
  if (value === null || value === undefined || value === '' || value === 'null') return 'not answered';
  if (value === true || value === 'true') return 'yes';
  if (value === false || value === 'false') return 'no';
  return /^[A-Z_, [\]]+$/.test(value) ? words(String(value).replace(/[[\]]/g, '')).toLowerCase() : String(value);
}
