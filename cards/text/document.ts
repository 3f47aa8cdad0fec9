import type { DocumentProblem } from '../../store/document/rules-form.ts';
import type { Purpose } from '../../store/document/view.ts';
import { deadlineText } from './problems.ts';

export const purposeText: Record<
  Purpose,
  { readonly create: string; readonly formTitle: string; readonly send: string }
> = {
  vedtak: { create: 'Ny vedtaksrunde', formTitle: 'Vedtak på e-postrunde', send: 'Send til vedtak' },
  innspill: { create: 'Be om innspill', formTitle: 'Innspill på e-postrunde', send: 'Send til innspill' },
  signering: { create: 'Send til signering', formTitle: 'Signering på e-postrunde', send: 'Send til signering' },
};

export const documentText = {
  chooseAbout: 'Velg utvalget det gjelder.',
  title: 'Tittel',
  proposal: 'Forslag til vedtak (ett punkt på hver linje, eller nummerert)',
  background: 'Saksframstilling (valgfritt)',
  text: 'Det utvalget skal gi innspill til',
  signed: 'Dokumentet som skal signeres',
  asked: 'Hvem spørres?',
  askedVoting: 'De stemmeberettigede medlemmene stemmer.',
  noRule: 'Utvalget har ikke valgt hvordan det avgjør en e-postrunde. Velg det under «Oppsett» først.',
  setup: 'Oppsett',
  preview: 'Forhåndsvis',
  previewOf: 'Forhåndsvisning',
  previewAbout: 'Slik blir det sendt. Kontroller teksten før du sender.',
  change: 'Endre',
  drafts: 'Utkast til e-postrunder',
} as const;

/** What is wrong with the form for a document. */
export const documentProblemText: Record<DocumentProblem | 'too-large', string> = {
  ...deadlineText,
  committee: 'Velg utvalget det gjelder.',
  'title-missing': 'Skriv en tittel.',
  'title-too-long': 'Tittelen er for lang. Den kan ha høyst 300 tegn.',
  'text-missing': 'Lim inn teksten, eller slipp en .docx-fil i chatten.',
  'text-too-long': 'Teksten er for lang. Den kan ha høyst 60 000 tegn.',
  'text-only-link':
    'En lenke alene er ikke nok, for innholdet kan endres mens runden pågår. Lim inn teksten, eller slipp filen i chatten.',
  'no-chair': 'Utvalget har ingen leder som kan signere. Registrer lederen under «Oppsett» først.',
  'no-proposal': 'Skriv forslaget til vedtak.',
  'point-too-long': 'Et punkt i forslaget er for langt. Hvert punkt kan ha høyst 4000 tegn.',
  'too-many-points': 'Forslaget har for mange punkter. Det kan ha høyst 30.',
  'no-rule': 'Utvalget har ikke valgt hvordan det avgjør en e-postrunde. Velg det under «Oppsett» først.',
  'consensus-beyond': 'Regelen krever at flere stemmer for enn det er å spørre. Endre den under «Oppsett».',
  'too-large':
    'Det som er skrevet, er for langt for et kort i Teams. Gjør det kortere, eller slipp teksten som .docx-fil i chatten.',
};
