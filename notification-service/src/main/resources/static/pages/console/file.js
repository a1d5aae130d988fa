// One alert with all that whoever has it needs: whom to call, why, and what was tried.

import { el, identifier, timeOf, urgencyBadge, words } from '/shell/elements.js';
import { offered } from './actions.js';
import { isAboutAPatient, isUnacknowledged } from './alerts.js';
import { button } from './list.js';
import { clinicName } from './names.js';
import { answerWords, entryWords, holderWords, kindBadge, loweredTo, nextWords, questionWords } from './words.js';

/** What was read of an alert, as elements. */
export function file(read, options) {
  return [
    head(read),
    el('p', { class: 'standing' }, standing(read)),
    el('div', { class: 'row actions' }, offered(read, read.availableActions).map((action) => button(read, action, options))),
    isAboutAPatient(read) ? whomToCall(read) : null,
    findings(read),
    earlier(read),
    history(read),
  ];
}

function head(alert) {
  return el(
    'div',
    { class: 'head' },
    kindBadge(alert),
    el('h2', { id: 'file-title' }, alert.headline),
    el('span', { class: 'muted' }, 'alert ', identifier(alert.alertId)),
  );
}

function standing(alert) {
  const next = nextWords(alert);
  const where = alert.state === 'CLOSED'
    ? [words(alert.state), alert.acknowledgedBy ? `, ${holderWords(alert).replace(/ ha(s|ve) it$/, ' had it')}` : null]
    : isUnacknowledged(alert)
      ? 'Nobody has acknowledged it'
      : [words(holderWords(alert)), ', acknowledged ', timeOf(alert.acknowledgedAt)];
  return [where, next ? [' · ', next] : null, ' · raised ', timeOf(alert.raisedAt), ' ', loweredTo(alert)];
}

function whomToCall(alert) {
  const { clinic } = alert;
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'whom' },
    el('h2', { id: 'whom' }, 'Whom to call'),
    el('dl', { class: 'facts whom' },
      el('dt', {}, 'Patient'),
      el('dd', {}, alert.patientReference
        ? el('button', { type: 'button', class: 'id whole', 'data-copy': alert.patientReference, title: 'Copy', 'aria-label': `Copy the patient reference ${alert.patientReference}` }, alert.patientReference)
        : 'the reference is not known here: ask the clinic by the assessment'),
      el('dt', {}, 'Clinic'),
      el('dd', {}, clinic ? clinic.name : clinicName(alert.clinicId)),
      clinic ? [
        el('dt', {}, 'Phone'),
        el('dd', {}, el('a', { class: 'phone', href: `tel:${clinic.phone.replace(/[^+\d]/g, '')}` }, clinic.phone)),
        el('dt', {}, 'Hours'),
        el('dd', {}, `${clinic.hours}; there it is ${timeThere(clinic.timeZone)}`),
      ] : null,
      alert.assessmentId ? [el('dt', {}, 'Assessment'), el('dd', {}, identifier(alert.assessmentId))] : null),
  );
}

function timeThere(timeZone) {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date());
  } catch {
    return timeZone;
  }
}

function findings(alert) {
  if (!alert.findings.length) {
    return alert.kind === 'POSSIBLE_EMERGENCY'
      ? el('section', { class: 'card' }, el('h2', {}, 'Why'), el('p', {}, 'A record about this assessment could not be processed. What it says is not known: treat it as an emergency, and ask the clinic.'))
      : null;
  }
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'why' },
    el('h2', { id: 'why' }, 'Why'),
    alert.findings.map(finding),
  );
}

function finding(found) {
  return el(
    'div',
    { class: 'finding edge', 'data-urgency': found.urgency },
    el('h3', {}, found.title, ' ', urgencyBadge(found.urgency), el('span', { class: 'muted small' }, ` ${found.rule}`)),
    found.evaluationFailed ? el('p', {}, 'This rule could not be evaluated, and counts as met.') : null,
    found.because.length
      ? el('dl', { class: 'facts' }, found.because.map(({ path, value }) => [el('dt', {}, questionWords(path)), el('dd', {}, answerWords(value))]))
      : null,
    found.workUp ? el('p', {}, el('strong', {}, 'To do: '), found.workUp) : null,
  );
}

function earlier(alert) {
  return alert.earlierRevisions.length
    ? el(
      'section',
      { class: 'card', 'aria-labelledby': 'earlier' },
      el('h2', { id: 'earlier' }, 'Before that'),
      el('ul', { class: 'plain' }, alert.earlierRevisions.map(({ revision, urgency, decidedAt, findings: found }) => el(
        'li',
        {},
        `Revision ${revision} `, urgencyBadge(urgency), ' ', timeOf(decidedAt),
        found.length ? el('div', { class: 'small' }, found.map(({ title }) => title).join(' · ')) : null,
      ))),
    )
    : null;
}

function history(alert) {
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'history' },
    el('h2', { id: 'history' }, 'What was done, the newest first'),
    el('ol', { class: 'plain history' }, alert.timeline.toReversed().map((entry) => el(
      'li',
      { 'data-what': entry.what, class: entry.what === 'ATTEMPT' && entry.outcome !== 'ACCEPTED' ? 'failed' : null },
      entryWords(entry), ' ', el('span', { class: 'muted small' }, timeOf(entry.at)),
    ))),
  );
}
