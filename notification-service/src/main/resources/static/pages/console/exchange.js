// Exchanges what is in a place, and keeps the focus where it was: on what has the same data-focus.

import { shown } from '/shell/elements.js';

export function exchange(place, ...made) {
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  place.replaceChildren(...shown(made));
  if (focused) place.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
