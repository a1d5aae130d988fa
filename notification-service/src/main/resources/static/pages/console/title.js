// The title of the browser's tab, for those who look at another.

const base = document.title;
const still = window.matchMedia('(prefers-reduced-motion: reduce)');
let urgent = null;
let odd = false;

/** Shows a text in place of the title, in turns with it; null shows the title. */
export function showInTitle(text) {
  urgent = text;
  show();
}

function show() {
  const wanted = urgent === null ? base : odd && !still.matches ? `! ${base}` : urgent;
  if (document.title !== wanted) document.title = wanted;
}

setInterval(() => {
  odd = !odd;
  show();
}, 1000);
