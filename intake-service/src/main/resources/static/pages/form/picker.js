// The figure of the back.

/**
 * Keeps a figure and its checkboxes the same. The figure is one stop of the tab key; arrows move between its regions, the
 * space bar chooses.
 */
export function syncPicker(figure, question) {
  const regions = [...figure.querySelectorAll('[role=checkbox]')];
  const boxOf = (region) => question.inputs.find((input) => input.value === region.dataset.value);

  const show = () => regions.forEach((region) => region.setAttribute('aria-checked', String(boxOf(region).checked)));
  const stopAt = (region) => regions.forEach((one) => one.setAttribute('tabindex', one === region ? '0' : '-1'));
  const toggle = (region) => {
    stopAt(region);
    boxOf(region).click();
  };

  regions.forEach((region, index) => {
    region.addEventListener('click', () => toggle(region));
    region.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (step) {
        const next = regions[(index + step + regions.length) % regions.length];
        stopAt(next);
        next.focus();
      } else if (event.key === ' ' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey)) {
        toggle(region);
      } else {
        return;
      }
      event.preventDefault();
    });
  });
  stopAt(regions[0]);
  show();
  return show;
}
