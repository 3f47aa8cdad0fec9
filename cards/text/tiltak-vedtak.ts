import type { DueProblem, OwnerProblem } from '../../store/tiltak/rules-vedtak.ts';

export const tiltakVedtakText = {
  title: 'Nytt tiltak',
  about: 'Tiltaket lagres med ansvarlig og frist slik du skriver dem. Den ansvarlige blir spurt om status.',
  before: 'Lagret fra før',
  text: 'Tiltak',
  owner: 'Ansvarlig (valgfritt): en person, en rolle eller et utvalg',
  picked: 'Kontaktperson, hvis hun eller han er i Teams',
  contacts: 'Hvem skal spørres om status?',
  nobodyYet: 'Ingen ennå. Lagre tiltaket uten kontaktperson',
  due: 'Frist (valgfritt), som dato eller med ord: «innen utgangen av 2026», «neste møte»',
  dueKept: 'Frist uten dato',
  keepDue: 'Lagre fristen slik den er skrevet, uten dato',
  plan: 'Handlingsplan (valgfritt)',
  noPlan: 'Ingen plan',
  save: 'Lagre tiltaket',
  of: 'Nytt tiltak',
  ofPoint: (point: number) => `Tiltak fra punkt ${point}`,
} as const;

/** What is asked back before a tiltak is saved. */
export const tiltakVedtakProblems: Readonly<Record<OwnerProblem | DueProblem, string>> = {
  'owner-several':
    'Den ansvarlige er flere. Velg hvem som skal spørres om status, eller lagre tiltaket uten kontaktperson.',
  'owner-unknown':
    'Jeg kjenner ikke den ansvarlige. Velg hvem som skal spørres om status, eller lagre tiltaket uten kontaktperson.',
  'too-many-contacts': 'Høyst fem personer kan spørres om ett tiltak.',
  'due-no-year': 'Fristen mangler årstall. Skriv hele datoen, eller lagre fristen slik den er skrevet.',
  'due-unknown': 'Jeg forstår ikke hvilken dag fristen er. Skriv en dato, eller lagre fristen slik den er skrevet.',
  'due-no-meeting':
    'Det neste møtet er ikke satt opp ennå. Skriv en dato, eller lagre fristen slik den er skrevet, uten dato.',
};
