// The questions of the form.

import { el } from '/shell/elements.js';

/** The value of "not asked": chosen by somebody, and as unanswered as nothing chosen. */
const NOT_ASKED = 'notAsked';
const NONE_OF_THESE = 'none';

/** One question of the form, whatever its type. Its value is undefined while it is unanswered. */
class Question {
  constructor(field) {
    this.field = field;
    this.path = field.dataset.path;
    this.kind = field.dataset.kind;
    this.required = 'required' in field.dataset;
    this.name = field.querySelector('.name').textContent.trim();
    this.requirements = JSON.parse(field.dataset.where || '[]');
    this.inputs = [...field.querySelectorAll('input')];
    this.addClearing();
  }

  /** What is chosen as the draft keeps it: undefined, NOT_ASKED, a text, or a list of texts. */
  get given() {
    const chosen = this.inputs.filter((input) => input.checked).map((input) => input.value);
    switch (this.kind) {
      case 'number': return this.inputs[0].value.trim() || undefined;
      case 'regions':
      case 'setOf': return chosen.length ? chosen : undefined;
      default: return chosen[0];
    }
  }

  set given(given) {
    const values = [given ?? []].flat();
    if (this.kind === 'number') {
      this.inputs[0].value = values[0] ?? '';
    } else {
      this.inputs.forEach((input) => { input.checked = values.includes(input.value); });
    }
    this.marked();
  }

  /** The answer as an assessment has it; undefined where there is none, NaN where it is no number. */
  get value() {
    const given = this.given;
    if (given === undefined || given === NOT_ASKED) {
      return undefined;
    }
    switch (this.kind) {
      case 'yesNo': return given === 'true';
      case 'number': return /^\d{1,9}$/.test(given) ? Number(given) : NaN;
      case 'scale': return Number(given);
      case 'regions':
      case 'setOf': return given.filter((value) => value !== NONE_OF_THESE);
      default: return given;
    }
  }

  set value(value) {
    if (value === undefined) {
      this.given = undefined;
    } else if (Array.isArray(value)) {
      this.given = value.length ? value : [NONE_OF_THESE];
    } else {
      this.given = String(value);
    }
  }

  get isShown() {
    return !this.field.hidden;
  }

  get isAnswered() {
    return this.value !== undefined;
  }

  /** Which rule the answer breaks, in words; undefined where it breaks none. */
  get problem() {
    const value = this.value;
    if (value === undefined) {
      return this.required ? 'is needed' : undefined;
    }
    const { min, max } = this.inputs[0].dataset;
    return this.kind === 'number' && !(value >= Number(min) && value <= Number(max))
      ? `must be a whole number from ${min} to ${max}`
      : undefined;
  }

  /** What a value is called here. */
  wordFor(value) {
    const values = Array.isArray(value) ? value : [value];
    if (this.kind === 'number' || this.kind === 'scale') {
      return `${value} ${this.field.dataset.unit ?? ''}`.trim();
    }
    const words = values.map((one) => this.inputs
      .find((input) => input.value === String(one))
      ?.closest('label').querySelector('.word').textContent ?? String(one));
    return words.length ? words.join(', ').toLowerCase() : 'none';
  }

  /** Says something below the question, in the place of what was said of this kind before; '' for nothing. */
  note(kind, text) {
    this.notes ??= {};
    if (!this.notes[kind] && text) {
      this.notes[kind] = el('p', { class: kind });
      this.field.append(this.notes[kind]);
    }
    if (this.notes[kind]) {
      this.notes[kind].hidden = !text;
      this.notes[kind].textContent = text;
    }
  }

  /** Where the focus goes: the chosen input, or the first. */
  get focusable() {
    return this.inputs.find((input) => input.checked) ?? this.inputs[0];
  }

  /** Of "none of these" and the rest only one can be. */
  choosing(input) {
    if (this.kind === 'setOf' && input.checked) {
      const none = input.value === NONE_OF_THESE;
      this.inputs.filter((other) => (other.value === NONE_OF_THESE) !== none).forEach((other) => { other.checked = false; });
    }
    this.marked();
  }

  marked() {
    this.field.classList.toggle('answered', this.isAnswered);
    if (this.clearing) {
      this.clearing.hidden = this.given === undefined;
    }
  }

  addClearing() {
    if (this.kind === 'number') {
      return;
    }
    this.clearing = el('button', {
      type: 'button', class: 'quiet clear', hidden: true, 'aria-label': `Clear the answer: ${this.name}`,
      onclick: () => {
        this.given = undefined;
        this.inputs[0].focus();
        this.field.dispatchEvent(new Event('change', { bubbles: true }));
      },
    }, 'Clear');
    this.field.querySelector('.choices').append(this.clearing);
  }
}

/** All questions of the form, in their order, by path. */
export function questionsOf(form) {
  const questions = new Map([...form.querySelectorAll('[data-path]')]
    .map((field) => new Question(field))
    .map((question) => [question.path, question]));
  form.addEventListener('change', (event) => {
    questions.get(event.target.closest?.('[data-path]')?.dataset.path)?.choosing(event.target);
  });
  return questions;
}
