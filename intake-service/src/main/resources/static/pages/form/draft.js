// What is kept of a form that is not submitted yet.

const PREFIX = 'dorsal.draft.';
const LIFETIME_MS = 12 * 60 * 60 * 1000;
const TIME_TO_ANSWER_MS = 80;

/**
 * What is being filled in, kept in this browser alone, for one account, apart for each tab. Whatever is older than half a
 * day is forgotten, whoever left it: the computer may be one that several people use.
 */
export class Draft {
  /**
   * The draft of this tab, or one that a closed tab left, or a new one.
   *
   * @param about the assessment that is amended, or 'new'
   */
  static async open(account, about) {
    forgetWhere((key) => !contentOf(key));
    const draft = new Draft(`${PREFIX}${account}.${about}.`);
    await draft.choose();
    return draft;
  }

  constructor(prefix) {
    this.prefix = prefix;
    this.available = true;
  }

  async choose() {
    // Two tabs that took one draft would submit two patients under one key.
    const tabs = new BroadcastChannel('dorsal.drafts');
    const held = new Set();
    tabs.onmessage = ({ data }) => {
      if (data.held) {
        held.add(data.held);
      } else if (this.key) {
        tabs.postMessage({ held: this.key });
      }
    };
    tabs.postMessage({ asked: true });
    await new Promise((resume) => { setTimeout(resume, TIME_TO_ANSWER_MS); });
    const left = keys().filter((key) => key.startsWith(this.prefix) && !held.has(key));
    const mine = attempt(() => sessionStorage.getItem(this.prefix));
    this.key = left.includes(mine) ? mine : left[0] ?? this.prefix + newKey();
    attempt(() => sessionStorage.setItem(this.prefix, this.key));
  }

  read() {
    return contentOf(this.key);
  }

  write(content) {
    this.available = attempt(() => {
      localStorage.setItem(this.key, JSON.stringify({ ...content, savedAt: Date.now() }));
      return true;
    }) ?? false;
  }

  forget() {
    attempt(() => localStorage.removeItem(this.key));
  }
}

/** A key under which a submission is the same one however often it is sent. */
export function newKey() {
  // Not crypto.randomUUID: browsers have it on secure origins only.
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function contentOf(key) {
  return attempt(() => {
    const content = JSON.parse(localStorage.getItem(key));
    const age = Date.now() - content?.savedAt;
    return age >= 0 && age < LIFETIME_MS ? content : undefined;
  });
}

function keys() {
  return attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) ?? [];
}

function forgetWhere(condition) {
  keys().filter(condition).forEach((key) => attempt(() => localStorage.removeItem(key)));
}

/** Storage may be forbidden, full, or hold what is no draft. */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
