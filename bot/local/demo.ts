/**
 * The demo's own people: invented. Plain data, so that the room and the bot can both read it. Persons are named by a short
 * key.
 */

/** Made for the try-out room; no real tenant or app has these ids. */
export const DEMO_TENANT = '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d0001';
export const LOCAL_APP_ID = '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d0002';
/** Where the guest comes from. */
export const GUEST_TENANT = '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d0003';

export type DemoPerson = {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly objectId: string;
};

/** Key, name, title, and the first part of the e-mail domain. */
type Row = readonly [key: string, name: string, title: string, domain: string];

const people: readonly Row[] = [
  ['aud', 'Aud Solbakken', 'Rådgiver i sekretariatet', 'nordlys-helsefellesskap'],
  ['terje', 'Terje Myrvang', 'Interkommunal samhandlingsleder', 'storvik.kommune'],
  ['ingrid', 'Ingrid Holtevik', 'Kommunedirektør, Storvik kommune', 'storvik.kommune'],
  ['pal', 'Pål Fagerheim', 'Klinikksjef, Nordlys sykehus', 'nordlys-sykehus'],
  ['marit', 'Marit Åsnes', 'Kommuneoverlege, Havnes kommune', 'havnes.kommune'],
  ['jonas', 'Jonas Brekkmo', 'Helsesjef, Fjelldal kommune', 'fjelldal.kommune'],
  ['siri', 'Siri Tangvik', 'Helse- og omsorgssjef, Lyngvær kommune', 'lyngvaer.kommune'],
  ['odd', 'Odd Kvitnes', 'Kommunalsjef, Sandøy kommune', 'sandoy.kommune'],
  ['hege', 'Hege Rostad', 'Rådmann, Bjørkli kommune', 'bjorkli.kommune'],
  ['nils', 'Nils Elvestrand', 'Kommuneoverlege, Indre Vik kommune', 'indrevik.kommune'],
  ['tone', 'Tone Varlid', 'Samhandlingssjef, Nordlys sykehus', 'nordlys-sykehus'],
  ['kjell', 'Kjell Haugmo', 'Avdelingsleder akuttmottak, Nordlys sykehus', 'nordlys-sykehus'],
  ['anne', 'Anne Stormo', 'Fagsjef, Nordlys sykehus', 'nordlys-sykehus'],
  ['rune', 'Rune Dalsbø', 'Psykiatrisjef, Nordlys sykehus', 'nordlys-sykehus'],
  ['liv', 'Liv Grønnes', 'Rehabiliteringssjef, Nordlys sykehus', 'nordlys-sykehus'],
  ['bente', 'Bente Skarholm', 'Sykehusdirektør, Nordlys sykehus', 'nordlys-sykehus'],
  ['egil', 'Egil Trollnes', 'Fastlegerepresentant', 'storvik-legesenter'],
  ['wenche', 'Wenche Lauvdal', 'Brukerrepresentant, brukerutvalget', 'brukerutvalget'],
  ['samira', 'Samira Nordvoll', 'Brukerrepresentant, ungdomsrådet', 'ungdomsradet'],
  ['geir', 'Geir Moseng', 'Kommunalsjef, Ytre Holmen kommune', 'ytreholmen.kommune'],
  ['kari', 'Kari Ulvestad', 'Hovedtillitsvalgt, kommunene', 'storvik.kommune'],
  ['lars', 'Lars Heimly', 'Hovedtillitsvalgt, sykehuset', 'nordlys-sykehus'],
  ['eva', 'Eva Rimstad', 'Statsforvalteren, observatør', 'statsforvalteren'],
  ['arne', 'Arne Solvoll', 'Universitetet, observatør', 'universitetet'],
  ['maja', 'Maja Fossbakk', 'Fylkeskommunen, observatør', 'fylkeskommunen'],
  ['ole', 'Ole Grimstad', 'Prehospital leder, Nordlys sykehus', 'nordlys-sykehus'],
  ['berit', 'Berit Nygjerde', 'Jordmor, Havnes kommune', 'havnes.kommune'],
  ['sverre', 'Sverre Kalland', 'Leder for legevakt, Storvik kommune', 'storvik.kommune'],
  ['randi', 'Randi Myklevoll', 'Helsesykepleier, Fjelldal kommune', 'fjelldal.kommune'],
  ['isak', 'Isak Tverrelv', 'Barnevernleder, Lyngvær kommune', 'lyngvaer.kommune'],
  ['guro', 'Guro Stenhaug', 'Overlege barn og unge, Nordlys sykehus', 'nordlys-sykehus'],
  ['henning', 'Henning Aasbø', 'Psykolog, Nordlys sykehus', 'nordlys-sykehus'],
];

const others: readonly Row[] = [
  ['sigrun', 'Sigrun Almli', 'Fagutvikler, Havnes kommune', 'havnes.kommune'],
  ['tarjei', 'Tarjei Bjørnvik', 'Fagsykepleier, Nordlys sykehus', 'nordlys-sykehus'],
  ['mette', 'Mette Sandvær', 'Forsker, Fjordhelse kompetansesenter', 'fjordhelse'],
];

/** Who act for a seat when its member cannot. */
const varas: readonly Row[] = [
  ['vigdis', 'Vigdis Nøkling', 'Assisterende avdelingsleder barn og unge, Nordlys sykehus', 'nordlys-sykehus'],
  ['eirik', 'Eirik Solheimdal', 'Barnelege, Nordlys sykehus', 'nordlys-sykehus'],
  ['torunn', 'Torunn Breidvik', 'Leder for helsestasjonen, Fjelldal kommune', 'fjelldal.kommune'],
  ['mikkel', 'Mikkel Ravndal', 'Nestleder, ungdomsrådet', 'ungdomsradet'],
  ['ragnhild', 'Ragnhild Storvoll', 'Assisterende kommunedirektør, Storvik kommune', 'storvik.kommune'],
  ['amund', 'Amund Skarvik', 'Virksomhetsleder, Sandøy kommune', 'sandoy.kommune'],
  ['jorunn', 'Jorunn Tverdal', 'Seksjonsleder psykisk helse, Nordlys sykehus', 'nordlys-sykehus'],
];

/** Everybody who has a seat or a role in a committee. */
export const demoPeople: readonly DemoPerson[] = people.map((row, place) => toPerson(row, place));

/** People outside the committees. */
export const demoOthers: readonly DemoPerson[] = others.map((row, place) => toPerson(row, people.length + place));

/** Everybody who is vara for a seat, and has none. The last in the list: what was made of the others keeps its ids. */
export const demoVaras: readonly DemoPerson[] = varas.map((row, place) =>
  toPerson(row, people.length + others.length + place),
);

/** The Teams id of a demo person, as a Bot Framework activity carries it. */
export const demoTeamsId = (key: string) => `29:demo-${key}`;

function toPerson([key, name, title, domain]: Row, place: number): DemoPerson {
  const objectId = `6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d${1000 + place}`;
  return { key, name, title, email: `${mailName(name)}@${domain}.example`, objectId };
}

/** «Pål Fagerheim» as he is written in an e-mail address. */
function mailName(name: string): string {
  const letters: Readonly<Record<string, string>> = { å: 'a', ø: 'o', æ: 'ae', ' ': '.' };
  return name.toLowerCase().replace(/[åøæ ]/g, (letter) => letters[letter] ?? '');
}
