import type { Forecast, SeatCount, SeatState } from '../../store/meeting/rules-forecast.ts';
import { seatStates } from '../../store/meeting/rules-forecast.ts';
import { count, number } from './format.ts';

export const forecastText = {
  riskTitle: 'Møtet står i fare for å bli avlyst',
  safeTitle: 'Møtet ser ut til å kunne holdes',
  cancelledTitle: 'Møtet er avlyst',
  heading: 'Oppmøte',
  remind: 'Send påminnelse til dem som ikke har svart',
  move: 'Flytt møtet',
  rounds: 'Behandle sakene på e-postrunde',
} as const;

const stateText: Readonly<Record<SeatState, (n: number, isCalled: boolean) => string>> = {
  comes: (n) => `${number(n)} kommer`,
  covered: (n) => `${number(n)} dekkes av vara`,
  partly: (n) => `${number(n)} kommer til deler av møtet`,
  called: (n) => `${number(n)} har forfall, og vara er spurt`,
  away: (n) => `${number(n)} har forfall uten vara`,
  silent: (n, isCalled) => (isCalled ? `${number(n)} har ikke svart` : `${number(n)} er ikke spurt ennå`),
  vacant: (n) => (n === 1 ? '1 er ledig' : `${number(n)} er ledige`),
};

/** «5 plasser. 2 kommer, 1 dekkes av vara, 2 har ikke svart» */
export function seatsText(counted: SeatCount, isCalled: boolean): string {
  const states = seatStates.flatMap((state) =>
    counted[state] > 0 ? [stateText[state](counted[state], isCalled)] : [],
  );
  return `${count(counted.seats, 'plass', 'plasser')}. ${states.join(', ')}`;
}

/** How many seats are covered, how many may be, and how many it takes. */
export function verdictText({ deciding, sure, possible, needed, risk }: Forecast): string {
  const seats = deciding.areVoting
    ? count(deciding.seats, 'stemmeberettiget plass', 'stemmeberettigede plasser')
    : count(deciding.seats, 'plass', 'plasser');
  const wanted = `Det trengs minst ${number(needed)}.`;
  if (risk === 'forfall')
    return `Etter forfall kan ${possible === 0 ? 'ingen' : `høyst ${number(possible)}`} av ${seats} bli dekket. ${wanted}`;
  const so = `${sure === 0 ? 'Ingen' : number(sure)} av ${seats} er dekket så langt`;
  if (risk === 'few') return `${sure === 0 ? so : `Bare ${so}`}, og møtet er nær. ${wanted}`;
  return possible > sure ? `${so}, og inntil ${number(possible)} kan bli det. ${wanted}` : `${so}. ${wanted}`;
}

/** Whose measure it is. */
export function measureText({ isOwnQuorum }: Forecast): string {
  return isOwnQuorum
    ? 'Kravet er satt av utvalget.'
    : 'Utvalget har ikke satt noe eget krav til oppmøte. Jeg regner derfor med halvparten av plassene som har et medlem. Utvalget kan sette et eget krav i oppsettet.';
}
