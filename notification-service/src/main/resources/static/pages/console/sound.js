// A sound that repeats while a patient waits for somebody to acknowledge. Browsers let a page be heard only once somebody has
// touched it, so whether it would be heard now is shown.

const KEPT = 'dorsal.sound';
const EVERY = 2500;

export class Sound {
  constructor(button) {
    this.button = button;
    this.wanted = localStorage.getItem(KEPT) !== 'off';
    this.burning = false;
    this.context = new AudioContext();
    this.context.addEventListener('statechange', () => this.show());
    button.addEventListener('click', () => this.toggle());
    // Whatever is touched first lets the page be heard; the button answers for itself.
    for (const touch of ['pointerdown', 'keydown']) {
      document.addEventListener(touch, ({ target }) => {
        if (this.wanted && !this.heard && target !== button) this.resume();
      }, { capture: true });
    }
    this.show();
  }

  get heard() {
    return this.wanted && this.context.state === 'running';
  }

  /** Turns it on where it cannot be heard, and off where it can. */
  toggle() {
    this.wanted = !this.heard;
    localStorage.setItem(KEPT, this.wanted ? 'on' : 'off');
    if (this.wanted) this.resume();
    this.show();
  }

  async resume() {
    await this.context.resume();
    this.show();
    if (this.burning) this.beep();
  }

  /** Whether a patient waits. */
  tell(burning) {
    const begins = burning && !this.burning;
    this.burning = burning;
    if (begins) {
      this.beep();
      this.timer = setInterval(() => this.beep(), EVERY);
    } else if (!burning) {
      clearInterval(this.timer);
    }
  }

  /** Two tones, which no phone and no monitor around makes. */
  beep() {
    if (!this.heard) return;
    const start = this.context.currentTime;
    for (const [at, pitch] of [[0, 880], [0.22, 660], [0.5, 880], [0.72, 660]]) {
      const tone = this.context.createOscillator();
      const volume = this.context.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0, start + at);
      volume.gain.linearRampToValueAtTime(0.4, start + at + 0.02);
      volume.gain.linearRampToValueAtTime(0, start + at + 0.2);
      tone.connect(volume).connect(this.context.destination);
      tone.start(start + at);
      tone.stop(start + at + 0.21);
    }
    this.button.dataset.beeps = Number(this.button.dataset.beeps ?? 0) + 1;
  }

  show() {
    const state = !this.wanted ? 'off' : this.heard ? 'on' : 'blocked';
    this.button.dataset.sound = state;
    this.button.setAttribute('aria-pressed', String(state === 'on'));
    const text = { on: '♪ Sound on', off: 'Sound off', blocked: 'Sound blocked: press to allow it' }[state];
    if (this.button.textContent !== text) this.button.textContent = text;
  }
}
