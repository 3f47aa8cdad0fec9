/*
 * Teams' library asks a server of Microsoft's for a newer list of the places that Teams may be shown in, as soon as it is read. It has the list itself, the
 * tab's content policy lets nobody else be asked, and each attempt would be reported as a breach of it.
 */
const ask = globalThis.fetch;

globalThis.fetch = (what, init) => {
  const { origin } = new URL(what instanceof Request ? what.url : what, location.href);
  return origin === location.origin
    ? ask(what, init)
    : Promise.reject(new TypeError('the tab asks its own server alone'));
};

export {};
