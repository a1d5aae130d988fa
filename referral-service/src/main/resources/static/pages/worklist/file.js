// One referral with all that a specialist has to know, as it stands beside the worklist.

import { el, identifier, tag, timeOf, urgencyBadge, words } from '/shell/elements.js';
import { ACTIONS, labelOf, offered, usual } from './actions.js';
import { historyList, moment, standingStep, standingWords } from './history.js';
import { ASSESSMENTS, clinicName, codeWords, FOR_CLINIC, isOpen } from './names.js';
import { due } from './table.js';

/** The parts of the view. `act` is called with an action, `back` where there is room for one view only. */
export function fileView(file, { notice, act, back }) {
  return [
    el('p', { class: 'back' }, el('button', { type: 'button', 'data-focus': 'back', onclick: back }, '← Back to the list')),
    el(
      'article',
      { class: 'card edge', 'data-urgency': file.urgency, 'data-referral': file.referralId, 'data-version': file.version },
      el(
        'div',
        { class: 'head' },
        el('h2', {}, file.patientReference ?? 'Patient not known'),
        urgencyBadge(file.urgency),
      ),
      el('p', { class: 'stands' }, el('strong', {}, words(file.queue), ': '), `${standingWords(file)} · `, timeOf(standingStep(file)?.at ?? file.routedAt)),
      notice ? el('p', { class: 'notice', 'data-kind': notice.kind }, notice.text) : null,
      asked(file),
      buttons(file, act),
      facts(file),
    ),
    el('section', { 'aria-labelledby': 'why' }, el('h2', { id: 'why' }, 'Why'), findings(file)),
    el('section', { class: 'card', 'aria-labelledby': 'history' }, el('h2', { id: 'history' }, 'History'), historyList(file)),
  ];
}

function asked(file) {
  if (!file.toConfirm) return null;
  if (FOR_CLINIC) return el('p', { class: 'notice', 'data-kind': 'asked' }, 'You asked for its end. As it was accepted, specialists have to confirm that, or see it through.');
  return el('p', { class: 'notice', 'data-kind': 'asked' }, file.toConfirm === 'CANCELLATION'
    ? 'The clinic asks to cancel this referral, which was accepted. Confirm the end, or see it through.'
    : 'A newer assessment no longer asks for this queue. Confirm the end, or see it through.');
}

function buttons(file, act) {
  const actions = offered(file);
  if (FOR_CLINIC && file.state === 'RETURNED') actions.unshift('amend');
  if (!actions.length) return el('p', { class: 'muted' }, isOpen(file) ? 'There is nothing for you to do with it.' : 'It is closed: nothing more is to be done with it here.');
  return el('div', { class: 'row actions', role: 'group', 'aria-label': 'What can be done' }, actions.map((action) => {
    if (action === 'amend') return el('a', { class: 'button primary', 'data-focus': 'amend', href: `${ASSESSMENTS}/?amend=${file.assessmentId}` }, 'Amend the assessment');
    const { key } = ACTIONS[action];
    return el(
      'button',
      { type: 'button', 'data-action': action, 'data-focus': `action-${action}`, 'aria-keyshortcuts': key.toUpperCase(), class: action === usual(file) && !FOR_CLINIC ? 'primary' : null, onclick: () => act(action) },
      labelOf(action, file),
      el('kbd', { 'aria-hidden': 'true' }, key.toUpperCase()),
    );
  }));
}

function facts(file) {
  const phone = file.clinicPhone;
  return el(
    'dl',
    { class: 'facts' },
    fact('Due', due(file)),
    file.appointmentAt ? fact('Appointment', moment(file.appointmentAt), file.site ? `, ${file.site}` : null) : null,
    file.siteChoice ? fact(file.atRisk ? 'At risk' : 'Site', file.siteChoice.explanation) : null,
    file.pause ? fact('Clock waits', `${codeWords(file.pause.reason)}, until `, moment(file.pause.until)) : null,
    file.outcome ? fact('Outcome', codeWords(file.outcome)) : null,
    file.reason ? fact('Reason', codeWords(file.reason)) : null,
    file.advice ? fact('Advice', file.advice) : null,
    file.redirectedTo ? fact('Redirected to', words(file.redirectedTo)) : null,
    file.path?.length ? fact('Came from', file.path.map(words).join(', ')) : null,
    fact('Clinic', clinicName(file.clinicId), phone ? [' ', el('a', { href: `tel:${phone.replace(/[^+\d]/g, '')}` }, phone)] : null),
    fact('Routed', timeOf(file.routedAt), file.episode > 1 ? ` for the ${file.episode}. time` : null),
    fact('Assessment', identifier(file.assessmentId), ` revision ${file.revision}`),
  );
}

function fact(name, ...values) {
  return [el('dt', {}, name), el('dd', {}, ...values)];
}

/** Those that asked for this queue first, the others behind them. */
function findings(file) {
  const ofThisQueue = file.findings.filter((finding) => file.rules.includes(finding.rule));
  const others = file.findings.filter((finding) => !file.rules.includes(finding.rule));
  if (!file.findings.length) return el('p', { class: 'card' }, 'No rule asks for more than this.');
  return [
    ofThisQueue.map(findingCard),
    others.length && ofThisQueue.length
      ? el('details', {}, el('summary', {}, `${others.length} more of the same assessment`), others.map(findingCard))
      : others.map(findingCard),
  ];
}

function findingCard(finding) {
  return el(
    'article',
    { class: 'card edge', 'data-urgency': finding.urgency },
    el('div', { class: 'head' }, el('h3', {}, finding.title), urgencyBadge(finding.urgency), el('span', { class: 'muted small' }, finding.rule)),
    finding.evaluationFailed ? el('p', {}, 'This rule could not be evaluated, and counts as met.') : null,
    finding.because.length
      ? el('dl', { class: 'facts' }, finding.because.map(({ path, value }) => fact(questionWords(path), answerWords(value))))
      : null,
    finding.workUp ? el('p', {}, el('strong', {}, 'To do: '), finding.workUp) : null,
    finding.queues.length ? el('p', { class: 'row' }, finding.queues.map((queue) => tag(words(queue)))) : null,
    finding.sources.length ? el('p', { class: 'muted small' }, `Sources ${finding.sources.join(', ')}`) : null,
  );
}

function questionWords(path) {
  return words(path.split('.').at(-1).replace(/([a-z])([A-Z])/g, '$1 $2'));
}

function answerWords(value) {
  if (value === null || value === undefined) return 'not answered';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length ? value.map(answerWords).join(', ') : 'none';
  return typeof value === 'string' ? words(value).toLowerCase() : String(value);
}
