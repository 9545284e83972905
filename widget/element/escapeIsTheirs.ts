/** What closes with Escape while the focus is in it. */
const CLOSABLE =
  'dialog,[popover],[role$=dialog],[role=menu],[role=listbox],[aria-expanded=true]:is([aria-haspopup],[role=combobox])';

/** Whether this Escape is for something that the page has open, and not for the survey over it. */
export function escapeIsTheirs(event: KeyboardEvent, survey: Element): boolean {
  return (
    event.defaultPrevented ||
    event.isComposing ||
    // These the browser itself closes, wherever the focus is. Within `:is()` a browser may pass over what it does not know.
    !!document.querySelector(':is(:modal,:popover-open):not([popover=manual])') ||
    (event.target !== survey && event.composedPath().some((node) => node instanceof Element && node.matches(CLOSABLE)))
  );
}
