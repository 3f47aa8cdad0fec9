const GAP = 4;
const EDGE = 8;

/** Opens a popover beside its anchor, `wide`: as wide as that. It follows when something is scrolled. */
export function openAt(popover: HTMLElement, anchor: HTMLElement, { wide = false } = {}): void {
  const follow = () => place(popover, anchor, wide);
  if (!popover.matches(':popover-open')) {
    popover.showPopover();
    const options = { capture: true, passive: true };
    window.addEventListener('scroll', follow, options);
    window.addEventListener('resize', follow, options);
    const closed = (event: Event) => {
      if ((event as ToggleEvent).newState !== 'closed') return;
      for (const type of ['scroll', 'resize']) window.removeEventListener(type, follow, options);
      popover.removeEventListener('beforetoggle', closed);
    };
    popover.addEventListener('beforetoggle', closed);
  }
  follow();
}

/** Below the anchor, or above where there is more room; never over the edge of the window. */
function place(popover: HTMLElement, anchor: HTMLElement, wide: boolean): void {
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
