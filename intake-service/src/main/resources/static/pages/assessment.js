// One assessment with its whole explanation, live.

import { alarm, say } from '/shell/announce.js';
import { call } from '/shell/api.js';
import { el, identifier, shown, tag, timeOf, urgencyBadge, words } from '/shell/elements.js';
import { follow } from '/shell/live.js';
import { shortcut } from '/shell/shortcuts.js';
import { alertWords, answerWords, questionWords, reasonWords, referralLine, referralLink, referralWords, statusWords } from '/pages/outcome.js';

const main = document.getElementById('main');
const place = document.getElementById('assessment');
const id = main.dataset.assessment;

let known = null;
const seen = []; // what this page has seen it become, the newest first

async function reload() {
  const answer = await call(`/api/assessments/${id}`);
  if (answer.ok) take(answer.body);
  else if (!known && answer.status !== 401) fail(answer.status);
}

function fail(status) {
  place.replaceChildren(el('h1', {}, 'Assessment'), el(
    'div',
    { class: 'state', 'data-state': status === 404 ? 'empty' : 'error' },
    el('h2', {}, status === 404 ? 'There is no such assessment' : 'It cannot be read right now'),
    el('p', {}, status === 404
      ? 'The address may be mistyped, or the assessment may be another clinic\'s.'
      : 'The page goes on by itself once the service can reach its data.'),
  ));
}

function take(assessment) {
  if (assessment.assessmentId !== id) return;
  for (const news of differences(known, assessment)) {
    seen.unshift({ at: new Date().toISOString(), text: news });
    if (known && assessment.decision?.urgency === 'EMERGENCY' && known.decision?.urgency !== 'EMERGENCY') alarm(news);
    else if (known) say(news);
  }
  known = assessment;
  render(assessment);
}

/** What is new in words; nothing at first sight. */
function differences(before, now) {
  if (!before) return [];
  const news = [];
  if (before.status !== now.status) news.push(`The assessment is ${statusWords(now.status)}`);
  if (before.revision !== now.revision) news.push(`Revision ${now.revision} was submitted`);
  if (now.decision && before.decision?.urgency !== now.decision.urgency) {
    news.push(`Decided: ${words(now.decision.urgency)}${before.decision ? `, which was ${words(before.decision.urgency)}` : ''}`);
  }
  for (const referral of now.referrals) {
    const earlier = before.referrals.find((one) => one.referralId === referral.referralId);
    if (earlier?.state !== referral.state) news.push(`${words(referral.queue)}: ${referralWords(referral.state)}`);
  }
  if (now.alert && before.alert?.state !== now.alert.state) news.push(`Alert: ${alertWords(now.alert)}`);
  return news;
}

function render(assessment) {
  const { decision } = assessment;
  place.replaceChildren(...shown([
    el(
      'div',
      { class: 'head' },
      el('h1', {}, assessment.patientReference ?? 'Assessment'),
      decision ? urgencyBadge(decision.urgency) : tag(statusWords(assessment.status)),
      el('a', { class: 'button', href: `/?amend=${id}` }, 'Amend'),
    ),
    standing(assessment),
    decision
      ? el('div', { class: 'columns' }, el('div', {}, findings(decision), advice(decision)), el('div', {}, next(assessment), questions(decision), history(assessment)))
      : el('div', { class: 'columns' }, waiting(assessment), history(assessment)),
  ]));
}

function standing(assessment) {
  const { decision } = assessment;
  if (decision && decision.revision !== assessment.revision) {
    return el('p', { class: 'problems' }, `This is the decision on revision ${decision.revision}. Revision ${assessment.revision} is ${statusWords(assessment.status)}.`);
  }
  return assessment.status === 'PARKED'
    ? el('p', { class: 'problems' }, 'The newest revision could not be processed. On-call staff have been told; do not wait for it: decide as you would without this service.')
    : null;
}

function waiting(assessment) {
  return el('section', { class: 'state', 'data-state': assessment.status === 'PARKED' ? 'error' : 'loading' }, el('p', {}, `It is ${statusWords(assessment.status)}.`));
}

function findings(decision) {
  return el(
    'section',
    { 'aria-labelledby': 'why' },
    el('h2', { id: 'why' }, 'Why'),
    decision.findings.length ? decision.findings.map(finding) : el('p', { class: 'card' }, 'No rule asks for more than this.'),
  );
}

function finding(found) {
  return el(
    'article',
    { class: 'card edge', 'data-urgency': found.urgency },
    el('div', { class: 'head' }, el('h3', {}, found.title), urgencyBadge(found.urgency), el('span', { class: 'muted small' }, found.rule)),
    found.evaluationFailed ? el('p', {}, 'This rule could not be evaluated, and counts as met.') : null,
    found.because.length
      ? el('dl', { class: 'facts' }, found.because.map((reason) => [el('dt', {}, questionWords(reason.path)), el('dd', {}, answerWords(reason.value))]))
      : null,
    found.workUp ? el('p', {}, el('strong', {}, 'To do: '), found.workUp) : null,
    found.sources.length ? el('p', { class: 'muted small' }, `Sources ${found.sources.join(', ')}`) : null,
  );
}

function advice(decision) {
  return [list('For the clinic', 'advice-clinic', decision.adviceToClinic), list('For the patient', 'advice-patient', decision.adviceToPatient)];
}

function list(title, key, items) {
  return items.length
    ? el('section', { class: 'card', 'aria-labelledby': key }, el('h2', { id: key }, title), el('ul', {}, items.map((item) => el('li', {}, item))))
    : null;
}

function next(assessment) {
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'next' },
    el('h2', { id: 'next' }, 'What becomes of it'),
    el('dl', { class: 'facts' },
      el('dt', {}, 'Alert'),
      el('dd', {}, assessment.alert ? [`${words(alertWords(assessment.alert))}, raised `, timeOf(assessment.alert.raisedAt)] : 'none'),
      el('dt', {}, assessment.referrals.length > 1 ? 'Referrals' : 'Referral'),
      el('dd', {}, assessment.referrals.length ? assessment.referrals.map(referral) : 'none')),
  );
}

function referral(one) {
  return el(
    'div',
    {},
    referralLine(one),
    one.site ? el('div', { class: 'small' }, one.site) : null,
    one.reason ? el('div', { class: 'small' }, reasonWords(one.reason)) : null,
    one.advice ? el('div', { class: 'small' }, one.advice) : null,
    el('div', {}, referralLink(id, one)),
  );
}

function questions(decision) {
  const raising = new Map((decision.openQuestions ?? []).map((question) => [question.path, question.couldRaiseTo]));
  const open = [...new Set([...decision.unansweredSafetyQuestions, ...raising.keys()])];
  return open.length
    ? el(
      'section',
      { class: 'card', 'aria-labelledby': 'open' },
      el('h2', { id: 'open' }, 'Still open'),
      el('ul', {}, open.map((path) => el('li', {}, questionWords(path), raising.has(path) ? [' could raise it to ', urgencyBadge(raising.get(path))] : null))),
      el('p', {}, el('a', { href: `/?amend=${id}` }, 'Answer them')),
    )
    : null;
}

function history(assessment) {
  const { decision } = assessment;
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'history' },
    el('h2', { id: 'history' }, 'History'),
    el('ul', {},
      seen.map((one) => el('li', {}, `${one.text} `, timeOf(one.at))),
      decision ? el('li', {}, `Revision ${decision.revision} decided: ${words(decision.urgency)} `, timeOf(decision.decidedAt)) : null,
      assessment.receivedAt ? el('li', {}, `Revision ${assessment.revision} received `, timeOf(assessment.receivedAt)) : null),
    el('dl', { class: 'facts small' },
      el('dt', {}, 'Assessment'), el('dd', {}, identifier(id)),
      decision ? [el('dt', {}, 'Decision'), el('dd', {}, identifier(decision.decisionId))] : null,
      decision ? [el('dt', {}, 'Ruleset'), el('dd', {}, `${decision.rulesetVersion} `, identifier(decision.rulesetHash))] : null),
  );
}

shortcut('a', 'Amend this assessment', () => location.assign(`/?amend=${id}`));
shortcut('l', 'All assessments', () => location.assign('/assessments'));

follow('/api/assessments/stream', { on: { assessment: take }, reload });
