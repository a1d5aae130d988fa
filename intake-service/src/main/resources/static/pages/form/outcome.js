// A decision, and what becomes of it.

import { el, timeOf, urgencyBadge } from '/shell/elements.js';
import { alertWords, reasonWords, referralWords } from '/pages/outcome.js';
import { goTo } from './focus.js';

const FEW = 6;

/** Shows decisions, and what becomes of them. */
export class Outcome {
  constructor(root, questions) {
    this.questions = questions;
    this.verdict = root.querySelector('#verdict');
    this.reasons = root.querySelector('#reasons');
    this.moving = root.querySelector('#progress');
    this.words = Object.fromEntries([...root.querySelector('#words').content.querySelectorAll('data')]
      .map((word) => [word.value, word.textContent]));
  }

  clear() {
    this.shown = undefined;
    this.progressed = undefined;
    this.verdict.replaceChildren();
    this.reasons.replaceChildren();
    this.moving.replaceChildren();
  }

  /**
   * @param mark what the decision is worth; undefined for one that stands
   * @param was the urgency before it was amended
   * @param canAnswer whether open questions can be answered here and now
   */
  decision(decision, { mark, was, canAnswer }) {
    const content = JSON.stringify([decision, mark, was, canAnswer]);
    if (content === this.shown) return;
    this.shown = content;
    this.verdict.replaceChildren(...this.heading(decision, mark, was));
    this.reasons.replaceChildren(
      ...this.why(decision),
      ...this.toDo(decision),
      ...this.stillOpen(decision, canAnswer),
      ...this.toPatient(decision));
  }

  heading({ urgency }, mark, was) {
    const badge = urgencyBadge(urgency);
    badge.classList.add('large');
    return [
      mark ? el('p', { class: 'mark' }, el('span', { class: 'tag' }, mark)) : '',
      el('p', { class: 'verdict' }, badge, was && was !== urgency ? el('span', {}, 'was ', urgencyBadge(was)) : null),
      el('p', { class: 'asks' }, this.asks(urgency, mark)),
    ];
  }

  /** What comes after the semicolon is what the platform does itself, and only once it has decided. */
  asks(urgency, mark) {
    const asks = this.words[`urgency.${urgency}`] ?? '';
    return mark ? asks.replace(/;.*/, '.') : asks;
  }

  why({ findings }) {
    return [el('h3', {}, 'Why'), el('ul', { class: 'findings' }, findings.map((finding) => this.finding(finding)))];
  }

  finding({ rule, title, urgency, because, sources, evaluationFailed }) {
    return el('li', { class: 'edge', 'data-urgency': urgency },
      el('p', {}, el('strong', {}, title), ' ', el('span', { class: 'muted small nowrap' }, rule)),
      because.length ? el('p', {}, this.answers(because)) : null,
      evaluationFailed ? el('p', {}, 'This rule could not be evaluated, and counts as fired.') : null,
      el('p', { class: 'muted small' }, sources.map((source) => `[${source}] ${this.words[`source.${source}`] ?? ''}`).join(' · ')));
  }

  answers(because) {
    const given = because.filter(({ value }) => value !== null);
    const open = because.filter(({ value }) => value === null);
    return [
      ...given.map(({ path, value }) => `${this.nameOf(path)}: ${this.wordFor(path, value)}`),
      ...(open.length ? [`not answered: ${open.map(({ path }) => this.nameOf(path)).join(', ')}`] : []),
    ].join(' · ');
  }

  toDo({ findings, referrals, adviceToClinic }) {
    const workUp = [...new Set(findings.map((finding) => finding.workUp).filter(Boolean))].join(' · ');
    return [
      el('h3', {}, 'What to do'),
      el('ul', {}, adviceToClinic.map((advice) => el('li', {}, advice))),
      el('dl', { class: 'facts' },
        el('dt', {}, 'Refer to'), el('dd', {}, referrals.map(({ queue }) => this.queue(queue)).join(', ') || 'nobody'),
        workUp ? [el('dt', {}, 'Work-up'), el('dd', {}, workUp)] : null),
    ];
  }

  stillOpen({ openQuestions = [] }, canAnswer) {
    const groups = new Map();
    openQuestions.filter(({ path }) => this.questions.get(path)?.isShown)
      .forEach((one) => groups.set(one.couldRaiseTo, [...(groups.get(one.couldRaiseTo) ?? []), one.path]));
    const lines = [...groups].map(([urgency, paths]) => el('li', {},
      this.openOnes(paths.slice(0, FEW), canAnswer),
      paths.length > FEW ? ` and ${paths.length - FEW} more` : '', ' → could be ', urgencyBadge(urgency)));
    return lines.length ? [el('h3', {}, 'Still open'), el('ul', { class: 'open' }, lines)] : [];
  }

  openOnes(paths, canAnswer) {
    return paths.flatMap((path, index) => [index ? ', ' : '', canAnswer
      ? el('button', { type: 'button', class: 'link', onclick: () => goTo(this.questions.get(path).focusable) }, this.nameOf(path))
      : this.nameOf(path)]);
  }

  toPatient({ adviceToPatient = [] }) {
    return adviceToPatient.length
      ? [el('details', {}, el('summary', {}, 'What to tell the patient'),
        el('ul', {}, adviceToPatient.map((advice) => el('li', {}, advice))))]
      : [];
  }

  /** Alert and referrals as they stand. */
  progress({ referrals, alert, decision }) {
    const content = JSON.stringify([referrals, alert, decision?.referrals]);
    if (content === this.progressed) return;
    this.progressed = content;
    const lines = [
      ...(alert ? [['Alert', [alertWords(alert), ', ', timeOf(alert.raisedAt)]]] : []),
      ...(!alert && decision?.urgency === 'EMERGENCY' ? [['Alert', ['not raised yet']]] : []),
      ...referrals.map((referral) => [this.queue(referral.queue), standing(referral)]),
      ...(!referrals.length && decision?.referrals.length ? [['Referral', ['not routed yet']]] : []),
    ];
    this.moving.replaceChildren(...(lines.length ? [
      el('h3', {}, 'Where it stands'),
      el('dl', { class: 'facts' }, lines.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    ].flat() : []));
  }

  nameOf(path) {
    return this.questions.get(path)?.name ?? path;
  }

  wordFor(path, value) {
    return this.questions.get(path)?.wordFor(value) ?? String(value);
  }

  queue(queue) {
    return this.words[`queue.${queue}`] ?? queue;
  }
}

function standing({ state, dueAt, reason, advice, site, appointmentAt }) {
  return [
    referralWords(state),
    ...(appointmentAt ? [', ', timeOf(appointmentAt)] : state === 'ROUTED' && dueAt ? [', due ', timeOf(dueAt)] : []),
    [site, reason && reasonWords(reason), advice].filter(Boolean).map((text) => `; ${text}`).join(''),
  ];
}
