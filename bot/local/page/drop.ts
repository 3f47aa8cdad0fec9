/** Lets files be dropped on an element, which says so while they hover above it. */
export function takeDrops(element: HTMLElement, onFiles: (files: readonly File[]) => void): void {
  const over = (is: boolean) => element.classList.toggle('dropping', is);
  element.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  element.addEventListener('dragleave', (event) => {
    // from one part of the element to another is not out of it
    if (!element.contains(event.relatedTarget as Node | null)) over(false);
  });
  element.addEventListener('drop', (event) => {
    over(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  });
}

/** A file that misses every chat would else be opened in place of the page. */
export function keepPageFromDrops(): void {
  for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault());
}
