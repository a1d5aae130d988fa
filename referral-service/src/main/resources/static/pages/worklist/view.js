// The list and the referral that is open: side by side, or one of them where there is room for one only.

const main = document.getElementById('main');
const list = document.getElementById('list');
const room = window.matchMedia('(min-width: 900px)');

/** Whether there is room for both. */
export function showsBoth() {
  return room.matches;
}

/** Shows one of them: `list` or `file`. */
export function view(which) {
  main.dataset.view = which;
  if (which === 'list') {
    list.querySelector('[aria-current]')?.focus();
  } else {
    window.scrollTo(0, 0);
    document.getElementById('file').focus({ preventScroll: true });
  }
}

/** Brings a line into sight, and the focus to it. */
export function focusOn(id) {
  const link = list.querySelector(`[data-focus="show-${CSS.escape(id)}"]`);
  link?.focus({ preventScroll: true });
  link?.closest('tr').scrollIntoView({ block: 'nearest' });
}
