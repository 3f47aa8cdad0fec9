import type { SakProblem } from '../../store/sak/rules-form.ts';
import { type Element, paragraph } from '../elements.ts';
import { problemText } from './problems.ts';

type SmallFormProblem =
  | 'question-missing'
  | 'question-too-long'
  | 'reason-missing'
  | 'reason-too-long'
  | 'answer-missing'
  | 'answer-too-long';

/** What is wrong with a form about a sak. */
export const sakProblemText: Readonly<Record<SakProblem | SmallFormProblem, string>> = {
  'sak-committee': 'Velg utvalget saken gjelder.',
  'sak-title': 'Skriv en tittel.',
  'sak-title-long': 'Tittelen kan ha høyst 300 tegn.',
  'sak-what': 'Skriv hva saken gjelder.',
  'sak-from': 'Skriv hvem saken er fra.',
  'sak-from-long': '«Fra» kan ha høyst 200 tegn.',
  'sak-from-formula': '«Fra» og «Til» kan ikke begynne med =, +, - eller @.',
  'sak-to-long': '«Til» kan ha høyst 200 tegn.',
  'background-too-long': 'Saksframstillingen kan ha høyst 60 000 tegn. Legg heller resten ved som fil.',
  'point-too-long': 'Et punkt i forslaget til vedtak kan ha høyst 4000 tegn.',
  'too-many-points': 'Et forslag til vedtak kan ha høyst 30 punkter.',
  'link-odd': 'En av lenkene er ikke en gyldig adresse. Skriv hele adressen, med https:// foran.',
  'link-not-https': 'Lenker må begynne med https://. Andre lenker tas ikke imot.',
  'link-too-long': 'En av lenkene er for lang. Adressen kan ha høyst 2000 tegn, og navnet høyst 200.',
  'too-many-attachments': 'En sak kan ha høyst 20 vedlegg.',
  'wished-meeting': 'Møtet du ønsket, er holdt, avlyst eller flyttet. Velg et annet møte.',
  'sak-type': 'Velg orienteringssak, drøftingssak eller beslutningssak, eller la feltet stå.',
  'question-missing': 'Skriv hva dere trenger å vite.',
  'question-too-long': 'Spørsmålet kan ha høyst 2000 tegn.',
  'reason-missing': 'Skriv en begrunnelse. Den som meldte saken, får se den.',
  'reason-too-long': 'Begrunnelsen kan ha høyst 2000 tegn.',
  'answer-missing': 'Skriv svaret, eller endre saken og send den på nytt.',
  'answer-too-long': 'Svaret kan ha høyst 10 000 tegn.',
};

/** The problems as they stand above a form; nothing when nothing is wrong. */
export function sakProblemLines(problems: readonly string[]): Element[] {
  return problems.length === 0 ? [] : [paragraph(problemText(problems, sakProblemText))];
}
