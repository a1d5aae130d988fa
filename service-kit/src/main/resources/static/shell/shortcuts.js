// Keyboard shortcuts, listed under "?". None works while somebody types, unless it has a modifier.

const known = [];

/** Adds one. `key` is as the browser names it, "Mod+Enter" is with Ctrl or, on a Mac, ⌘. */
export function shortcut(key, what, action) {
  known.push({ key, what, action });
}

function types(target) {
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
    || (target.tagName === 'INPUT' && !/^(radio|checkbox|button|submit|range)$/.test(target.type));
}

/** Enter is the answer to what has the focus, where that answers it. */
function answers(target) {
  return target.closest?.('a[href], button, summary, input, select') !== null;
}

function matches({ key }, event) {
  const modified = event.ctrlKey || event.metaKey;
  if (key.startsWith('Mod+')) return modified && event.key === key.slice(4);
  if (key === 'Enter' && answers(event.target)) return false;
  return !modified && !event.altKey && event.key === key && !types(event.target);
}

function name(key) {
  const mac = /Mac/.test(navigator.platform);
  return key.replace('Mod+', mac ? '⌘ ' : 'Ctrl ').replace('Enter', '↵');
}

export function showShortcuts() {
  const dialog = document.getElementById('shortcuts');
  const list = dialog.querySelector('dl');
  list.replaceChildren(...known.flatMap(({ key, what }) => {
    const term = document.createElement('dt');
    const kbd = document.createElement('kbd');
    kbd.textContent = name(key);
    term.append(kbd);
    const meaning = document.createElement('dd');
    meaning.textContent = what;
    return [term, meaning];
  }));
  if (!dialog.open) dialog.showModal();
}

shortcut('?', 'Show this list', showShortcuts);

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const found = known.find((one) => matches(one, event));
  if (!found) return;
  event.preventDefault();
  found.action(event);
});
