// What works the same on every page.

import { say } from './announce.js';
import { signOut } from './api.js';
import { showShortcuts } from './shortcuts.js';
import { keepTimes } from './times.js';

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.dataset.copied = '';
  say('Copied');
  setTimeout(() => delete button.dataset.copied, 1200);
}

document.addEventListener('click', (event) => {
  const at = (selector) => event.target.closest?.(selector);
  if (at('[data-copy]')) copy(at('[data-copy]'));
  else if (at('[data-sign-out]')) signOut();
  else if (at('[data-shortcuts]')) showShortcuts();
  else if (at('[data-reload]')) {
    event.preventDefault();
    location.reload();
  }
});

keepTimes();
