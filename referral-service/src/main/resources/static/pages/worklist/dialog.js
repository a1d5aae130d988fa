// Asks for what belongs to an action. Errors stand beside the field and in a summary that takes the focus.

import { el, urgencyBadge, words } from '/shell/elements.js';
import { ACTIONS, FIELDS, labelOf } from './actions.js';
import { QUEUES, readCodes } from './names.js';

const dialog = document.getElementById('action');
let sending = false;

/** Asks; `send` is called with the body of the call, and answers `done`, `errors` of the fields, or a `text`. */
export async function ask(file, action, send) {
  const spec = ACTIONS[action];
  const names = [...spec.fields, 'comment'].filter((name) => name !== 'comment' || !spec.fields.includes('advice'));
  const codes = names.some((name) => FIELDS[name].kind === 'code') ? await readCodes() : new Map();
  const summary = el('div', { class: 'problems', tabindex: '-1', hidden: true });
  const submit = el('button', { type: 'submit', class: 'primary' }, labelOf(action, file));
  const form = el(
    'form',
    { novalidate: true, autocomplete: 'off' },
    el('h2', { id: 'action-title' }, spec.title),
    el('p', { class: 'row' }, urgencyBadge(file.urgency), el('span', {}, `${file.patientReference ?? 'Patient not known'} · ${words(file.queue)}`)),
    summary,
    codes ? names.map((name) => field(name, file, codes.get(action) ?? [])) : el('p', { class: 'error' }, 'The reasons cannot be read right now. Try again.'),
    el('div', { class: 'row' }, codes ? submit : null, el('button', { type: 'button', onclick: () => dialog.close() }, 'Back')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submitted(form, summary, submit, names, send);
  });
  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  form.querySelector('select, input, textarea, button')?.focus();
}

async function submitted(form, summary, submit, names, send) {
  if (sending) return;
  const body = {};
  const missing = [];
  for (const name of names) {
    const value = valueOf(form.elements[name], name);
    if (value) body[name] = value;
    else if (FIELDS[name].required) missing.push({ path: name, message: FIELDS[name].missing });
  }
  tell(form, summary, missing);
  if (missing.length) return;
  sending = true;
  submit.setAttribute('aria-disabled', 'true');
  try {
    const result = await send(body);
    if (result.done) dialog.close();
    else if (result.over) ended(form, summary, submit, result.text);
    else tell(form, summary, result.errors ?? [{ path: '', message: result.text }]);
  } finally {
    sending = false;
    submit.removeAttribute('aria-disabled');
  }
}

/** What was typed stays to be read, though nothing is to be done with it. */
function ended(form, summary, submit, text) {
  tell(form, summary, [{ path: '', message: text }]);
  submit.remove();
}

function tell(form, summary, errors) {
  for (const place of form.querySelectorAll('.error[data-of]')) place.hidden = true;
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  const told = errors.map(({ path, message }) => {
    const place = path ? form.querySelector(`[data-of="${CSS.escape(path)}"]`) : null;
    if (!place) return el('p', {}, message);
    place.textContent = message;
    place.hidden = false;
    form.elements[path].setAttribute('aria-invalid', 'true');
    return el('p', {}, el('a', { href: `#field-${path}`, onclick: (event) => {
      event.preventDefault();
      form.elements[path].focus();
    } }, message));
  });
  summary.replaceChildren(...told);
  summary.hidden = told.length === 0;
  if (told.length) summary.focus();
}

function field(name, file, codes) {
  const { label, hint, required } = FIELDS[name];
  const described = [hint ? `hint-${name}` : null, `problem-${name}`].filter(Boolean).join(' ');
  return el(
    'div',
    { class: 'field' },
    el('label', { for: `field-${name}` }, label, required ? null : el('span', { class: 'hint' }, ' (optional)')),
    hint ? el('span', { class: 'hint', id: `hint-${name}` }, hint) : null,
    control(name, file, codes, { id: `field-${name}`, name, required, 'aria-describedby': described }),
    el('span', { class: 'error', id: `problem-${name}`, 'data-of': name, hidden: true }),
  );
}

function control(name, file, codes, attributes) {
  const { kind, most } = FIELDS[name];
  switch (kind) {
    case 'code':
      return select(codes.map(({ code, meaning }) => [code, meaning]), attributes);
    case 'queue': {
      const stood = [file.queue, ...(file.path ?? [])];
      return select(QUEUES.filter((queue) => !stood.includes(queue)).map((queue) => [queue, words(queue)]), attributes);
    }
    case 'time':
      return el('input', { type: 'datetime-local', min: local(new Date()), step: '300', ...attributes });
    case 'text':
      return el('textarea', { rows: '3', maxlength: most, ...attributes });
    default:
      return el('input', { type: 'text', maxlength: most, ...attributes });
  }
}

function select(options, attributes) {
  return el('select', attributes, el('option', { value: '' }, 'Choose…'), options.map(([value, text]) => el('option', { value }, text)));
}

function valueOf(control, name) {
  const text = control.value.trim();
  if (!text || FIELDS[name].kind !== 'time') return text;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}

/** A moment as the browser's own field has it, without a zone. */
function local(date) {
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
