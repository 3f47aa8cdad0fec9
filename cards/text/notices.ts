import type { AnswerRefusal, OpenRefusal } from '../../store/round/rules.ts';

type Notice =
  | OpenRefusal
  | AnswerRefusal
  | 'not-found'
  | 'unreadable'
  | 'personal-only'
  | 'not-for-you'
  | 'remark-missing'
  | 'too-large'
  | 'too-long-remark'
  | 'remark-kind-missing';

/** What the bot says when something could not be done, and what to do instead. */
export const noticeText: Record<Notice, string> = {
  closed:
    'E-postrunden er avsluttet, så svaret ble ikke registrert. Ta kontakt med sekretariatet hvis du har noe å legge til.',
  'too-late':
    'Svarfristen er ute, så svaret ble ikke registrert. Ta kontakt med sekretariatet hvis du har noe å legge til.',
  'not-asked':
    'Du er ikke blant dem som er bedt om å svare i denne e-postrunden. Ta kontakt med sekretariatet hvis det er feil.',
  'other-text': 'Teksten er endret etter at dette kortet ble sendt. Skriv «referat» for å se den nyeste teksten.',
  'not-secretariat': 'Bare sekretariatet og lederen i utvalget kan sende et referat på e-postrunde.',
  'already-sent': 'Referatet er allerede sendt på e-postrunde.',
  'changed-since-preview': 'Utkastet er endret etter denne forhåndsvisningen. Her er det nyeste utkastet.',
  'no-rule': 'Utvalget har ikke valgt når et referat er godkjent. Regelen må velges før en e-postrunde kan starte.',
  'nobody-asked': 'Utvalget har ingen stemmeberettigede medlemmer å spørre.',
  'deadline-passed': 'Svarfristen er passert. Velg en ny frist.',
  'not-found': 'Det du ser etter, finnes ikke lenger.',
  unreadable: 'Svaret kunne ikke leses, så ingenting ble registrert. Skriv «hjelp» for å begynne på nytt.',
  'personal-only': 'Dette gjør vi i en-til-en-chatten. Skriv «referat» til meg der.',
  'not-for-you': 'Dette er bare for sekretariatet og lederen i utvalget.',
  'remark-missing': 'Skriv hva merknaden gjelder.',
  'remark-kind-missing': 'Velg om merknaden gjelder en skrivefeil eller innholdet.',
  'too-long-remark': 'Merknaden er for lang. Den kan ha høyst 2000 tegn.',
  'too-large': 'Teksten er for lang for et kort i Teams. Kort ned teksten og prøv igjen.',
};

/** The sentence for a notice; one that an older program stored and this one does not know is said in general terms. */
export function notice(code: string): string {
  return Object.hasOwn(noticeText, code) ? noticeText[code as Notice] : noticeText.unreadable;
}
