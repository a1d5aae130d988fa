// Finds the referrals of an assessment, by its id or the beginning of it.

import { call } from '/shell/api.js';
import { Lines } from './lines.js';

const form = document.getElementById('filters');
const field = document.getElementById('search');
const problem = document.getElementById('search-problem');
const BEGINNING = /^[0-9a-f]{8,32}$/;

export class Search {
  /** `found` is called once something was looked for, `ended` once the worklist is to be shown again. */
  constructor({ found, ended }) {
    Object.assign(this, { found, ended, text: '', lines: null, turn: 0 });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (field.value.trim()) this.find(field.value);
      else this.end();
    });
    field.addEventListener('input', () => {
      this.refuse(null);
      if (!field.value && this.active) this.end();
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.end();
    });
  }

  get active() {
    return this.lines !== null;
  }

  focus() {
    field.focus();
    field.select();
  }

  async find(text) {
    const wanted = text.trim().toLowerCase();
    field.value = wanted;
    if (!BEGINNING.test(digits(wanted))) {
      this.refuse('An assessment is known by 32 digits and letters a to f; the first 8 are enough.');
      return;
    }
    this.text = wanted;
    await this.again();
  }

  async again() {
    const turn = ++this.turn;
    const answer = await call(`/api/referrals?assessmentId=${encodeURIComponent(this.text)}`);
    if (turn !== this.turn) return;
    if (!answer.ok) {
      if (answer.status !== 401) this.refuse('It cannot be looked for right now. Try again.');
      return;
    }
    const first = !this.active;
    this.refuse(null);
    this.lines = new Lines();
    this.lines.append(answer.body.items, null);
    if (first) this.found();
    else this.ended();
  }

  /** Something became of a referral, which may be one that was found. */
  hear(referral) {
    if (this.active && digits(referral.assessmentId).startsWith(digits(this.text))) this.lines.put(referral);
  }

  title() {
    const { size } = this.lines;
    return `${size === 1 ? 'One referral' : `${size} referrals`} of assessment ${this.text.slice(0, 8)}…`;
  }

  /** The worklist is shown anyway. */
  forget() {
    this.turn++;
    Object.assign(this, { text: '', lines: null });
    field.value = '';
    this.refuse(null);
  }

  end() {
    this.forget();
    this.ended();
  }

  refuse(text) {
    problem.hidden = text === null;
    problem.textContent = text ?? '';
    if (text === null) field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
  }
}

function digits(text) {
  return text.replaceAll('-', '');
}
