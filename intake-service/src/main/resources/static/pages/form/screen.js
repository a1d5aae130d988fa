// The emergency screen.

import { el } from '/shell/elements.js';
import { goTo } from './focus.js';

/** Says how much of the emergency screen is answered, and what is still open. */
export class Screen {
  constructor(form, questions) {
    this.count = form.querySelector('#screen-count');
    this.open = form.querySelector('#screen-open');
    this.bar = document.querySelector('#bar-screen');
    this.section = form.querySelector('#section-screen');
    this.asked = [...questions.values()].filter((question) => 'screen' in question.field.dataset);
  }

  show() {
    const asked = this.asked.filter((question) => question.isShown);
    const open = asked.filter((question) => !question.isAnswered);
    const words = `${asked.length - open.length} of ${asked.length} answered`;
    this.section.classList.toggle('complete', !open.length);
    if (this.count.textContent !== words) {
      this.count.textContent = words;
      this.bar.textContent = `Emergency screen: ${words}`;
    }
    this.open.replaceChildren(...(open.length ? [
      'Open: ',
      ...open.flatMap((question, index) => [index ? ', ' : '', el('button', {
        type: 'button', class: 'link', onclick: () => goTo(question.focusable),
      }, question.name)]),
    ] : ['Complete.']));
  }

  /** Goes to the first question of the screen that is open. */
  next() {
    const open = this.asked.find((question) => question.isShown && !question.isAnswered);
    goTo((open ?? this.asked[0]).focusable);
  }
}
