// The referral that is open beside the worklist, as it stands now, and what is done with it.

import { say } from '/shell/announce.js';
import { el } from '/shell/elements.js';
import { ACTIONS, doneWords, possible } from './actions.js';
import { ask } from './dialog.js';
import { exchange } from './exchange.js';
import { fileView } from './file.js';
import { stepWords } from './history.js';
import { ACCOUNT, FOR_CLINIC, readCodes, stateWords } from './names.js';
import { readFile, send } from './sending.js';

const place = document.getElementById('file');
const ASKED = 5;
const PAUSE = 2000;

/** The focus goes back to where it was, unless that is no more. */
document.getElementById('action').addEventListener('close', keepFocus);

function keepFocus() {
  if (document.activeElement === document.body) place.focus({ preventScroll: true });
}

export class Opened {
  /** `changed` is called with a referral as it is after something was done, `back` to show the list alone. */
  constructor({ changed, back }) {
    Object.assign(this, { changed, back, id: null, file: null, notice: null, turn: 0, busy: false, asked: 0, waiting: null });
    this.render();
  }

  /** Opens a referral; one that is open is read anew. */
  async show(id) {
    if (id !== this.id) Object.assign(this, { id, file: null, notice: null, refusal: null, asked: 0 });
    this.render();
    await this.read();
  }

  close() {
    Object.assign(this, { id: null, file: null, notice: null, refusal: null });
    this.render();
  }

  /** Something may have become of it. */
  async read() {
    if (!this.id) return;
    const turn = ++this.turn;
    const [{ file, status }] = await Promise.all([readFile(this.id), readCodes()]);
    if (turn !== this.turn) return;
    if (file) this.take(file);
    else if (!this.file || status === 404) this.refuse(status);
  }

  /** A line of the stream tells of a newer version. */
  hear(line) {
    if (line.referralId === this.id && (this.file?.version ?? 0) < line.version) this.read();
  }

  take(file) {
    if (file.referralId !== this.id || (this.file && this.file.version > file.version)) return;
    const news = this.file ? file.history.filter((step) => step.version > this.file.version && step.actor !== ACCOUNT) : [];
    if (news.length) {
      this.notice = { kind: 'news', text: `Just now: ${news.map(stepWords).join(', then ')}.` };
      say(this.notice.text);
    }
    this.file = file;
    this.refusal = null;
    this.render();
    this.awaitReference();
  }

  /** It may come after the referral, and changes no version. */
  awaitReference() {
    clearTimeout(this.waiting);
    if (this.file.patientReference || this.asked >= ASKED) return;
    this.asked++;
    this.waiting = setTimeout(() => this.read(), PAUSE);
  }

  refuse(status) {
    this.file = null;
    this.refusal = status;
    this.render();
  }

  /** Does something with what is open, or asks for what belongs to it. */
  async press(action) {
    if (this.busy || !this.id) return;
    if (!this.file) await this.read();
    const { file } = this;
    if (!file) return;
    const { fields, label } = ACTIONS[action];
    if (!file.availableActions.includes(action)) {
      this.tell('refused', `${label} is not possible: it is “${stateWords(file.state)}”. ${possible(file)}`);
    } else if (fields) {
      let seen = file; // whatever becomes of it meanwhile, who answers has seen this
      await ask(file, action, async (body) => {
        const result = await this.send(seen, action, body);
        seen = result.file ?? seen;
        return result;
      });
    } else {
      await this.send(file, action, {});
    }
  }

  async send(before, action, body) {
    if (this.busy) return {};
    this.busy = true;
    try {
      const result = await send(before, action, body);
      this.became(before, action, result);
      return { ...result, over: Boolean(result.file) && !result.file.availableActions.includes(action) };
    } finally {
      this.busy = false;
    }
  }

  became(before, action, { done, file, text, errors }) {
    if (file && this.id === before.referralId) {
      this.turn++;
      this.file = file;
    }
    if (file) this.changed(file);
    if (done) this.tell('done', `${doneWords(action, file)}.`);
    else if (text) this.tell('refused', text);
    else if (errors && !ACTIONS[action].fields) this.tell('refused', errors.map((error) => error.message).join(' '));
    keepFocus();
  }

  tell(kind, text) {
    this.notice = { kind, text };
    say(text);
    this.render();
  }

  render() {
    if (this.file) {
      exchange(place, fileView(this.file, {
        notice: this.notice,
        act: (action) => this.press(action),
        back: this.back,
      }));
    } else {
      exchange(place, el('p', { class: 'back' }, el('button', { type: 'button', onclick: this.back }, '← Back to the list')), this.state());
    }
  }

  state() {
    if (!this.id) {
      return el('div', { class: 'state', 'data-state': 'empty' }, el('p', {}, 'Choose a referral: its reasons and its history stand here.'));
    }
    if (this.refusal === 404) {
      return el('div', { class: 'state', 'data-state': 'empty' }, FOR_CLINIC
        ? [el('h2', {}, 'No such referral'), el('p', {}, 'The address may be mistyped, or the referral may be another clinic\'s.')]
        : [el('h2', {}, 'Not in your queues'), el('p', {}, 'There is no such referral, or it stands in a queue that is not yours.')]);
    }
    return this.refusal === undefined || this.refusal === null
      ? el('div', { class: 'state', 'data-state': 'loading' }, el('p', {}, 'Reading the referral.'))
      : el(
        'div',
        { class: 'state', 'data-state': 'error' },
        el('h2', {}, 'It cannot be read right now'),
        el('p', {}, el('button', { type: 'button', onclick: () => this.read() }, 'Try again')),
      );
  }
}
