import type { MeetingApprovalRefusal, VersionRefusal } from '../../store/referat/rules.ts';
import type { AnswerRefusal, RegisterRefusal } from '../../store/round/rules.ts';
import type { OpenRefusal } from '../../store/round/rules-open.ts';

type Notice =
  | OpenRefusal
  | AnswerRefusal
  | RegisterRefusal
  | MeetingApprovalRefusal
  | VersionRefusal
  | FileNotice
  | SetupNotice
  | 'chosen-before'
  | 'not-found'
  | 'unreadable'
  | 'personal-only'
  | 'not-for-you'
  | 'remark-missing'
  | 'remark-kind-missing'
  | 'too-long-remark'
  | 'too-long-sak'
  | 'too-large'
  | 'not-open'
  | 'not-running'
  | 'not-undecided'
  | 'not-approved'
  | 'already-published'
  | 'everybody-answered'
  | 'reminded-today'
  | 'reminded'
  | 'not-registered'
  | 'round-lost';

/** Why a file could not be taken, or what became of one. */
export type FileNotice =
  | 'file-not-docx'
  | 'file-too-large'
  | 'file-unreadable'
  | 'file-empty'
  | 'file-text-too-long'
  | 'file-not-fetched'
  | 'file-for-others'
  | 'file-offered'
  | 'file-not-sent';

/** What is said about a committee that is set up or changed. */
export type SetupNotice =
  | 'set-up-created'
  | 'set-up-created-without-you'
  | 'set-up-changed'
  | 'set-up-changed-without-you'
  | 'set-up-attached'
  | 'set-up-before'
  | 'set-up-done'
  | 'set-up-sent'
  | 'set-up-unreached'
  | 'not-your-form'
  | 'not-in-committee'
  | 'not-in-conversation'
  | 'conversation-silent'
  | 'has-conversation'
  | 'other-organisation'
  | 'changed-meanwhile'
  | 'nobody-runs';

/** What the bot says when something could not be done, and what to do instead. */
export const noticeText: Record<Notice, string> = {
  closed:
    'E-postrunden er avsluttet, så svaret ble ikke registrert. Ta kontakt med sekretariatet hvis du har noe å legge til.',
  withdrawn: 'E-postrunden er trukket, så svaret ble ikke registrert.',
  replaced:
    'Innholdet er endret, og en ny e-postrunde er sendt. Svaret gjaldt den gamle teksten og ble ikke registrert. Skriv «referat» for å svare i den nye runden.',
  'too-late':
    'Svarfristen er ute, så svaret ble ikke registrert. Ta kontakt med sekretariatet hvis du har noe å legge til.',
  'not-asked':
    'Du er ikke blant dem som er bedt om å svare i denne e-postrunden. Ta kontakt med sekretariatet hvis det er feil.',
  'seat-moved': 'En annen svarer nå for plassen din i denne e-postrunden, så svaret ble ikke registrert.',
  'other-text': 'Teksten er endret etter at dette kortet ble sendt. Skriv «referat» for å se den nyeste teksten.',
  'not-secretariat': 'Bare sekretariatet og lederen i utvalget kan sende et referat på e-postrunde.',
  'already-sent': 'Referatet er allerede sendt på e-postrunde.',
  'changed-since-preview': 'Utkastet er endret etter denne forhåndsvisningen. Her er det nyeste utkastet.',
  'no-rule': 'Utvalget har ikke valgt hvordan referater godkjennes. Valget må gjøres før en e-postrunde kan starte.',
  'chosen-before': 'Utvalget har allerede valgt hvordan referater godkjennes. Forhåndsvisningen viser nå det valget.',
  'nobody-asked': 'Utvalget har ingen medlemmer å spørre i denne runden.',
  'presence-unknown': 'Kryss av for dem som var til stede i møtet, før runden sendes. Velg «Endre».',
  'deadline-passed': 'Svarfristen er passert. Velg en ny frist.',
  'not-found': 'Det du ser etter, finnes ikke lenger.',
  unreadable: 'Svaret kunne ikke leses, så ingenting ble registrert. Skriv «hjelp» for å begynne på nytt.',
  'personal-only': 'Dette gjør vi i en-til-en-chatten. Skriv «referat» eller «oppsett» til meg der.',
  'not-for-you': 'Dette er bare for sekretariatet og lederen i utvalget.',
  'remark-missing': 'Skriv hva merknaden gjelder.',
  'remark-kind-missing': 'Velg om merknaden gjelder en skrivefeil eller innholdet.',
  'too-long-remark': 'Merknaden er for lang. Den kan ha høyst 2000 tegn.',
  'too-long-sak': 'Feltet for sak kan ha høyst 100 tegn.',
  'too-large': 'Teksten er for lang for et kort i Teams. Den står fortsatt i kortet: Gjør den kortere, og prøv igjen.',
  'no-such-seat': 'Plassen er ikke med i denne e-postrunden.',
  'answered-themselves': 'Medlemmet har svart selv, og kan endre svaret sitt.',
  'on-round': 'Referatet er på e-postrunde.',
  'already-approved': 'Referatet er allerede godkjent.',
  'approved-before-meeting': 'Datoen er før møtet som referatet er fra.',
  'approved-in-future': 'Datoen er fram i tid.',
  'not-on-round': 'Referatet er ikke på e-postrunde.',
  'same-text': 'Teksten er den samme som i en tidligere versjon.',
  'too-many-versions': 'Referatet har nådd det høyeste antallet versjoner. Ta det opp i neste møte.',
  'not-open': 'E-postrunden er ikke åpen lenger.',
  'not-running': 'E-postrunden er avsluttet.',
  'not-undecided': 'E-postrunden venter ikke på en avgjørelse.',
  'not-approved': 'Referatet er ikke godkjent, og kan ikke registreres som publisert.',
  'already-published': 'Referatet er allerede registrert som publisert.',
  'everybody-answered': 'Alle har svart, så det er ingen å minne på.',
  'reminded-today': 'De som ikke har svart, har fått eller får melding om runden i dag. Prøv igjen i morgen.',
  reminded: 'Påminnelsen går til dem som ikke har svart, på arbeidsdager mellom kl. 08 og 16.',
  'not-registered': 'Svaret er ikke registrert av sekretariatet, og kan bare endres av medlemmet selv.',
  'round-lost':
    'Den nye runden kunne ikke åpnes. E-postrunden er derfor trukket, og referatet er et utkast igjen. Send det på nytt med en ny frist.',
  'file-not-docx': 'Filen er ikke et Word-dokument (.docx), og ble ikke tatt imot.',
  'file-too-large': 'Filen er for stor, og ble ikke tatt imot. Den kan ha høyst 8 MB.',
  'file-unreadable':
    'Filen kunne ikke leses som et Word-dokument, og ble ikke tatt imot. Lagre den på nytt fra Word og prøv igjen.',
  'file-empty': 'Det er ingen tekst i filen. Kontroller at det er riktig fil.',
  'file-text-too-long': 'Teksten i filen er for lang. Et referat kan ha høyst 200 000 tegn.',
  'file-not-fetched': 'Filen kunne ikke hentes fra Teams. Slipp den i chatten en gang til.',
  'file-for-others': 'Bare sekretariatet og lederen i et utvalg kan sende inn referater.',
  'file-offered': 'Filen er klar. Godta den i det neste kortet, så legges den i OneDrive.',
  'file-not-sent': 'Filen kunne ikke lagres i Teams. Be om den på nytt.',
  'set-up-created':
    'Utvalget er opprettet. Skriv «referat» for å sende det første referatet. Du kan endre oppsettet her når som helst.',
  'set-up-created-without-you':
    'Utvalget er opprettet. Du er ikke med i det selv, så lederen eller sekretariatet går videre.',
  'set-up-changed': 'Endringene er lagret.',
  'set-up-changed-without-you': 'Endringene er lagret. Du er ikke lenger med i utvalget.',
  'set-up-attached': 'Chatten eller kanalen er knyttet til utvalget.',
  'set-up-before':
    'Det er allerede satt opp et utvalg for denne chatten eller kanalen. Be lederen eller sekretariatet legge deg til hvis du hører til der.',
  'set-up-done': 'Dette skjemaet er allerede brukt. Skriv «oppsett» for å se og endre utvalget.',
  'set-up-sent': 'Jeg har sendt deg et kort i en-til-en-chatten. Vi fortsetter der.',
  'set-up-unreached':
    'Jeg når deg ikke i en en-til-en-chat. Legg til Utvalgsbot for deg selv i Teams (Apper, søk etter Utvalgsbot, «Legg til»), så får du kortet der.',
  'not-your-form': 'Dette skjemaet tilhører en annen. Skriv «oppsett» for å få ditt eget.',
  'not-in-committee': 'Oppsettet er bare for dem som er med i utvalget.',
  'not-in-conversation':
    'Du er ikke blant deltakerne i chatten eller kanalen som utvalget skal høre til, så ingenting ble opprettet. Be noen som er med der, om å sette det opp.',
  'conversation-silent':
    'Teams svarer ikke på hvem som er med i chatten, så ingenting er lagret ennå. Prøv igjen om litt. Er jeg tatt ut av chatten, må jeg legges til igjen først.',
  'other-organisation': 'Chatten eller kanalen hører til en annen organisasjon enn utvalget.',
  'has-conversation': 'Utvalget har allerede en chat eller kanal.',
  'changed-meanwhile':
    'Utvalget er endret av en annen i mellomtiden, så ingenting er lagret ennå. Her er forskjellen fra slik det er nå.',
  'nobody-runs':
    'Minst én leder eller én i sekretariatet må være koblet til Teams, ellers kan ingen endre oppsettet. Ingenting er lagret.',
};

/** The sentence for a notice; one that an older program stored and this one does not know is said in general terms. */
export function notice(code: string): string {
  return Object.hasOwn(noticeText, code) ? noticeText[code as Notice] : noticeText.unreadable;
}
