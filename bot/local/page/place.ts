const GAP = 4;
const EDGE = 8;

/** Opens a popover beside its anchor: below it, or above where there is more room; never over the edge of the window. */
export function openAt(popover: HTMLElement, anchor: HTMLElement, { wide = false } = {}): void {
  if (!popover.matches(':popover-open')) popover.showPopover();
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  const { style } = popover;
  if (wide) style.width = `${at.width}px`;
  style.maxHeight = `${Math.max(below, above)}px`;
  const { offsetHeight, offsetWidth } = popover;
  style.top = offsetHeight <= below || below >= above ? `${at.bottom + GAP}px` : `${at.top - GAP - offsetHeight}px`;
  const left = wide ? at.left : at.right - offsetWidth;
  style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - offsetWidth - EDGE))}px`;
}
