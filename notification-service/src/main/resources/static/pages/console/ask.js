// Asks what has to be told along with an action, in a dialog.

import { el } from '/shell/elements.js';
import { ACTIONS } from './actions.js';
import { ME, people } from './names.js';
import { kindBadge } from './words.js';

const dialog = document.getElementById('action');

const QUESTIONS = {
  close: {
    member: 'outcome',
    legend: 'Where is the patient now?',
    choices: () => [
      ['HANDED_OVER', 'In other hands', 'Somebody has taken the patient over, as an emergency department.'],
      ['FALSE_ALARM', 'False alarm', 'There was no emergency.'],
    ],
  },
  reassign: {
    member: 'to',
    legend: 'To whom? They are told at once; the limit goes on.',
    choices: (alert) => people()
      .filter(([subject]) => subject !== ME && subject !== alert.acknowledgedBy)
      .map(([subject, name]) => [subject, name, subject]),
  },
};

/** Asks; resolves with the body of the call, or null where it was thought better of. */
export function ask(alert, action) {
  const { member, legend, choices } = QUESTIONS[action];
  const offered = choices(alert);
  const problem = el('p', { class: 'error', id: 'action-problem', hidden: true }, 'Choose one of them.');
  const form = el(
    'form',
    { novalidate: true },
    el('h2', { id: 'action-title' }, ACTIONS[action].title),
    el('p', {}, kindBadge(alert), ' ', alert.headline),
    offered.length
      ? el('fieldset', { 'aria-describedby': 'action-problem' }, el('legend', {}, legend), problem, el('div', { class: 'asked' }, offered.map(([value, label, hint]) => el(
        'label',
        { class: 'choice' },
        el('input', { type: 'radio', name: member, value }),
        el('span', {}, label, el('span', { class: 'hint' }, ` ${hint}`)),
      ))))
      : el('p', {}, 'No policy names anybody else who could be told.'),
    el('div', { class: 'row' },
      offered.length ? el('button', { type: 'submit', class: 'primary' }, ACTIONS[action].label) : null,
      el('button', { type: 'button', onclick: () => dialog.close() }, 'Back')),
  );
  return new Promise((resolve) => {
    let body = null;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const value = new FormData(form).get(member);
      problem.hidden = value !== null;
      if (value === null) {
        form.querySelector('input').focus();
        return;
      }
      body = { [member]: value };
      dialog.close();
    });
    dialog.addEventListener('close', () => resolve(body), { once: true });
    dialog.replaceChildren(form);
    dialog.showModal();
    form.querySelector('input, button')?.focus();
  });
}
