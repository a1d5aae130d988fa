// What is wrong with the answers.

import { el } from '/shell/elements.js';
import { goTo } from './focus.js';

/** Shows what is wrong beside the fields, and in a summary that takes the focus. */
export class Problems {
  constructor(form, questions) {
    this.form = form;
    this.questions = questions;
    this.summary = form.querySelector('#problems');
  }

  clear() {
    this.summary.hidden = true;
    this.form.querySelectorAll('.problem').forEach((shown) => shown.remove());
    markValid(this.form);
  }

  /** @param problems {path, message} each; what belongs to no field stands in the summary alone */
  show(problems) {
    this.clear();
    this.summary.replaceChildren(
      el('h2', {}, titleOf(problems.length)),
      el('ul', {}, problems.map((problem) => this.line(problem))));
    this.summary.hidden = false;
    problems.forEach((problem) => this.besideField(problem));
    goTo(this.summary);
  }

  /** What a change has mended is not told any more. @param left what is wrong now */
  changed(target, left) {
    const question = target.closest('.question');
    const beside = question?.querySelector('.problem');
    const path = beside?.id.replace('problem-', '');
    if (!beside || left.some((problem) => problem.path === path)) return;
    beside.remove();
    markValid(question);
    this.summary.querySelector(`[data-problem="${path}"]`)?.remove();
    const lines = this.summary.querySelectorAll('li').length;
    this.summary.querySelector('h2').textContent = titleOf(lines);
    this.summary.hidden = lines === 0;
  }

  line({ path, message }) {
    const target = this.inputOf(path);
    if (target) target.id ||= path;
    return el('li', { 'data-problem': path }, target
      ? el('a', { href: `#${target.id}`, onclick: (event) => {
        event.preventDefault();
        goTo(target);
      } }, message)
      : message);
  }

  besideField({ path, message }) {
    const input = this.inputOf(path);
    if (input) {
      const beside = el('p', { class: 'error problem', id: `problem-${path}` }, message);
      input.closest('.question').append(beside);
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', beside.id);
    }
  }

  inputOf(path) {
    return this.questions.get(path)?.focusable ?? this.form.elements[path];
  }
}

function titleOf(number) {
  return number === 1 ? 'One thing is to be mended:' : `${number} things are to be mended:`;
}

function markValid(within) {
  within.querySelectorAll('[aria-invalid]').forEach((input) => {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  });
}

/** The problems that the server found, in the words of the form: the paths that its messages begin with are named. */
export function problemsFrom(problem, questions) {
  return (problem.errors ?? []).map(({ path, message }) => ({
    path,
    message: message.startsWith(`${path} `) ? `${questions.get(path)?.name ?? path}${message.slice(path.length)}` : message,
  }));
}
