import { count, shortTime } from './format.ts';

/** What is kept of a committee, by number. */
export type StoredCounts = {
  readonly members: number;
  readonly saker: number;
  readonly meetings: number;
  readonly referater: number;
  readonly rounds: number;
  readonly tiltak: number;
};

const places = { channel: 'kanalen', groupChat: 'gruppechatten' } as const;

export type LeftPlace = { readonly kind: keyof typeof places; readonly name?: string | undefined };

/** Who took the bot out, as far as it is known, and when. */
export type Removal = { readonly at: Date; readonly by?: string | undefined };

export const leftText = {
  title: (committee: string) => `Utvalgsbot er fjernet fra ${committee}`,
  happened: (place: LeftPlace, { at, by }: Removal) => {
    const where = `${places[place.kind]}${place.name ? ` «${place.name}»` : ''}`;
    return by
      ? `${by} fjernet Utvalgsbot fra ${where} ${shortTime(at)}.`
      : `Utvalgsbot er ikke lenger med i ${where}. Jeg fikk vite det ${shortTime(at)}.`;
  },
  stopped: 'Stoppet',
  stoppedThere:
    'Ingenting sendes dit lenger: ikke felleskort for e-postrunder og sakslister, ikke påminnelser til dem som bare nås der, og ikke beskjeder om møtene og utvalget.',
  goesOn: 'Går videre',
  roundsGoOn: (rounds: number) =>
    rounds === 0
      ? 'Ingen e-postrunder pågår. Sakslister og beskjeder om møter sendes heretter til hver enkelt.'
      : `${count(rounds, 'e-postrunde', 'e-postrunder')} pågår, og går til fristen i en-til-en-chattene: De som er spurt, har fått en frist, og skal få påminnelsene de regner med. Sakslister og beskjeder om møter sendes heretter til hver enkelt.`,
  stored: 'Fortsatt lagret',
  storedCounts: ({ members, saker, meetings, referater, rounds, tiltak }: StoredCounts) =>
    `Ingenting er slettet: ${count(members, 'medlem', 'medlemmer')}, ${count(saker, 'meldt sak', 'meldte saker')}, ${count(meetings, 'møte', 'møter')}, ${count(referater, 'referat', 'referater')}, ${count(rounds, 'e-postrunde', 'e-postrunder')} og ${count(tiltak, 'tiltak', 'tiltak')}.`,
  todo: 'Hva dere kan gjøre',
  addAgain: (place: LeftPlace) =>
    `Legg Utvalgsbot til i ${places[place.kind]} igjen, så fortsetter alt der det var. En e-postrunde som pågår, vises da på nytt, og det som skulle vært sendt i mellomtiden, kommer ikke etterpå. Er utvalget ferdig, kan dere avslutte det under «Oppsett». Da kan alt fortsatt leses.`,
  back: (committee: string) => `Utvalgsbot er med i ${committee} igjen, og alt fortsetter der det var.`,
  show: 'Oppsett',
  overview: 'Referat og e-postrunder',
} as const;
