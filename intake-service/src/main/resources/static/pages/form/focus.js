// Where the reader is.

/** Brings an element into view and gives it the focus. */
export function goTo(target, block = 'center') {
  target.closest('details')?.setAttribute('open', '');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block });
}

/** Calls back once nothing has happened for a while. */
export function debounced(milliseconds, action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}
