// How far a submission is, in words.

import { el } from '/shell/elements.js';

const BECAUSE = {
  offline: 'This computer is offline.',
  unreachable: 'The service does not answer.',
  unavailable: 'The platform takes no submissions at the moment.',
  busy: 'Too much is being submitted at the moment.',
};

/** Says how far a submission is, what can be done about it, and when somebody has to be called. */
export class Standing {
  /** @param phone of on-call staff; undefined where the network has told none */
  constructor(root, phone) {
    this.text = root.querySelector('#standing');
    this.countdown = root.querySelector('#countdown');
    this.actions = root.querySelector('#actions');
    this.box = root.querySelector('#call');
    this.phone = phone;
  }

  /** @param actions by their label: what to do, or an address to go to */
  say(text, { kind = '', actions = {} } = {}) {
    clearInterval(this.ticking);
    this.countdown.textContent = '';
    this.text.className = kind;
    this.text.hidden = !text;
    if (this.text.textContent !== text) this.text.textContent = text;
    this.offer(actions);
  }

  waiting({ because, until }, actions) {
    this.say(`Not submitted. ${BECAUSE[because]} Your answers are kept in this browser, and submitted by themselves as soon as`
      + ' that is possible. Nothing is doubled by it.', { kind: 'warning', actions });
    const tick = () => {
      this.countdown.textContent = `Next attempt in ${Math.max(0, Math.ceil((until - Date.now()) / 1000))} s.`;
    };
    tick();
    this.ticking = setInterval(tick, 1000);
  }

  /** The same offers stay as they are: one of them may have the focus. */
  offer(actions) {
    const labels = Object.keys(actions).join();
    const isSame = labels === this.offered && !Object.values(actions).some((action) => typeof action !== 'string');
    if (isSame) return;
    this.offered = labels;
    this.actions.replaceChildren(...Object.entries(actions).map(([label, action]) => (typeof action === 'string'
      ? el('a', { class: 'button', href: action }, label)
      : el('button', { type: 'button', onclick: action }, label))));
  }

  /** Has somebody called; undefined: nobody needs to be. */
  call(reason) {
    if (reason === this.reason) return;
    this.reason = reason;
    this.box.hidden = !reason;
    this.box.replaceChildren(...(reason ? [
      el('p', {}, el('strong', {}, reason)),
      el('p', {}, ...this.whom()),
      el('p', {}, 'Do not wait for this page: send the patient to the emergency department.'),
    ] : []));
  }

  whom() {
    return this.phone
      ? ['Call on-call staff now: ', el('a', { href: `tel:${this.phone.replace(/[^+\d]/g, '')}` }, this.phone)]
      : ['Call on-call staff now, at the number that your network has given you.'];
  }
}
