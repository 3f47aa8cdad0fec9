/** The path that an address of the tab names: `saker/ID?x=1` of `#/saker/ID?x=1`; '' when it names none. */
export function pathOf(hash: string): string {
  return /^#\/(.*)$/.exec(hash)?.[1] ?? '';
}

/** A path without its query: what the page is about. */
export function subjectOf(path: string): string {
  return path.split('?')[0] ?? '';
}

/** A path with these values in its query; an empty one is left out. What paging added is left out too, as the list is another. */
export function pathWith(path: string, values: Readonly<Record<string, string>>): string {
  const [subject = '', rest = ''] = path.split('?');
  const query = new URLSearchParams(rest);
  query.delete('after');
  for (const [name, value] of Object.entries(values)) {
    if (value === '') query.delete(name);
    else query.set(name, value);
  }
  return query.size > 0 ? `${subject}?${query}` : subject;
}
