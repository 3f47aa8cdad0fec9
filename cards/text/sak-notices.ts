import type { SendRefusal } from '../../store/sak/rules.ts';
import type { HandleRefusal } from '../../store/sak/rules-handle.ts';

/** Refusals of the rules about saker that are said as they are. */
type Refusal = Exclude<HandleRefusal, 'not-for-you'> | Exclude<SendRefusal, 'changed-since-preview'>;

/** What is said of a sak that something was done with, or could not be. */
export const sakNotices = {
  'no-committees':
    'Det er ikke satt opp noe utvalg i organisasjonen din, så det er ingen å melde saken til ennå. Sekretariatet kan sette opp utvalget med «oppsett».',
  'not-proposable': 'Du kan melde sak til utvalgene i din egen organisasjon, og til dem du er med i.',
  'not-your-sak': 'Denne saken tilhører en annen. Skriv «meld sak» for å melde din egen.',
  'sak-not-yours-to-see': 'Saken er bare for dem som er med i utvalget.',
  'sak-sent-before': 'Saken er allerede sendt inn. Slik står den nå.',
  'sak-not-ready': 'Saken mangler tittel eller avsender. Fyll ut skjemaet, og forhåndsvis den på nytt.',
  'sak-kept': 'Utkastet er lagret. Du finner det igjen med «meld sak» eller «saker».',
  'sak-drop-here':
    'Det du skrev, er lagret. Slipp filen i chatten med meg (.docx, .pdf, .xlsx, .pptx, .odt, .png eller .jpg, høyst 8 MB), så spør jeg hva den skal brukes til.',
  'sak-attached': 'Filen er lagt til.',
  'sak-too-many-files': 'En sak kan ha høyst 20 vedlegg. Filen ble ikke lagt til.',
  'sak-sent': 'Saken er sendt til lederen og sekretariatet. Du får et kort i chatten med meg når noe skjer med den.',
  'sak-sent-late':
    'Saken er sendt, men fristen for å melde saker til det første møtet er ute. Den går til møtet etter. Du får et kort i chatten med meg når noe skjer med den.',
  'sak-late': 'Fristen for å melde saker til det første møtet er ute. Saken går til møtet etter.',
  'sak-answered': 'Svaret er sendt.',
  'sak-accepted': 'Saken er satt på saksliste. Den som meldte saken, får beskjed.',
  'sak-moved': 'Saken er flyttet til et annet møte. Den som meldte saken, får beskjed.',
  'sak-returned': 'Spørsmålet er sendt til den som meldte saken.',
  'sak-postponed': 'Saken er utsatt. Den som meldte saken, får beskjed.',
  'sak-rejected': 'Saken er avvist. Den som meldte saken, får beskjed med begrunnelsen.',
  'sak-withdrawn': 'Saken er trukket.',
  'sak-discarded': 'Utkastet er slettet.',
  'sak-handled-before': 'Noen kom deg i forkjøpet, så det du valgte, ble ikke registrert. Slik står saken nå.',
  'sak-handled-by-you': 'Du har selv gjort noe med saken etter at du fikk dette kortet. Slik står den nå.',
  'sak-already-there': 'Saken er allerede satt opp til dette møtet.',
  'sak-changed': 'Saken er endret av den som meldte den, etter at du fikk kortet. Se på den nye teksten først.',
  'no-such-meeting': 'Møtet er holdt, avlyst eller flyttet. Velg et annet møte.',
  'sak-on-agenda': 'Saken står på en saksliste som er sendt ut, og kan ikke trekkes her. Ta kontakt med sekretariatet.',
  'sak-over': 'Saken er ferdig behandlet, og kan ikke trekkes.',
  'nothing-asked': 'Det er ikke noe ubesvart spørsmål til saken. Slik står den nå.',
  'too-many-questions': 'Det er stilt mange spørsmål til saken. Sett den på saksliste, utsett den eller avvis den.',
  'sak-sent-aside': 'Jeg har sendt deg et skjema i en-til-en-chatten. Vi fortsetter der.',
  'sak-unreached':
    'Jeg når deg ikke i en en-til-en-chat. Legg til Utvalgsbot for deg selv i Teams (Apper, søk etter Utvalgsbot, «Legg til»), og skriv «meld sak» til meg der.',
} as const satisfies Record<Refusal, string> & Record<string, string>;
