/** Where a command of the app is offered: on a message, or beside the field that one writes in. */
type Context = 'message' | 'compose';

/** What can be chosen on a message or beside the field that one writes in; each opens a dialog. */
export const extensionCommands = [
  {
    id: 'meldSomSak',
    title: 'Meld som sak',
    description: 'Meld en sak til et utvalg, med meldingen som saksframstilling',
    context: ['message', 'compose'],
  },
] as const satisfies readonly {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly context: readonly Context[];
}[];

export type ExtensionCommandId = (typeof extensionCommands)[number]['id'];
