/**
 * The demo's own people, committees and referat: invented, in the form and size of real ones. Plain data, so that the
 * room and the bot can both read it. Persons are named by a short key.
 */

/** Made for the try-out room; no real tenant or app has these ids. */
export const DEMO_TENANT = '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d0001';
export const LOCAL_APP_ID = '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d0002';

export type DemoPerson = {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly objectId: string;
};

export const demoPeople: readonly DemoPerson[] = [
  {
    key: 'aud',
    name: 'Aud Solbakken',
    title: 'Rådgiver i sekretariatet',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1000',
  },
  {
    key: 'terje',
    name: 'Terje Myrvang',
    title: 'Interkommunal samhandlingsleder',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1001',
  },
  {
    key: 'ingrid',
    name: 'Ingrid Holtevik',
    title: 'Kommunedirektør, Storvik kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1002',
  },
  {
    key: 'pal',
    name: 'Pål Fagerheim',
    title: 'Klinikksjef, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1003',
  },
  {
    key: 'marit',
    name: 'Marit Åsnes',
    title: 'Kommuneoverlege, Havnes kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1004',
  },
  {
    key: 'jonas',
    name: 'Jonas Brekkmo',
    title: 'Helsesjef, Fjelldal kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1005',
  },
  {
    key: 'siri',
    name: 'Siri Tangvik',
    title: 'Helse- og omsorgssjef, Lyngvær kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1006',
  },
  {
    key: 'odd',
    name: 'Odd Kvitnes',
    title: 'Kommunalsjef, Sandøy kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1007',
  },
  {
    key: 'hege',
    name: 'Hege Rostad',
    title: 'Rådmann, Bjørkli kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1008',
  },
  {
    key: 'nils',
    name: 'Nils Elvestrand',
    title: 'Kommuneoverlege, Indre Vik kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1009',
  },
  {
    key: 'tone',
    name: 'Tone Varlid',
    title: 'Samhandlingssjef, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1010',
  },
  {
    key: 'kjell',
    name: 'Kjell Haugmo',
    title: 'Avdelingsleder akuttmottak, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1011',
  },
  {
    key: 'anne',
    name: 'Anne Stormo',
    title: 'Fagsjef, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1012',
  },
  {
    key: 'rune',
    name: 'Rune Dalsbø',
    title: 'Psykiatrisjef, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1013',
  },
  {
    key: 'liv',
    name: 'Liv Grønnes',
    title: 'Rehabiliteringssjef, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1014',
  },
  {
    key: 'bente',
    name: 'Bente Skarholm',
    title: 'Sykehusdirektør, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1015',
  },
  {
    key: 'egil',
    name: 'Egil Trollnes',
    title: 'Fastlegerepresentant',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1016',
  },
  {
    key: 'wenche',
    name: 'Wenche Lauvdal',
    title: 'Brukerrepresentant, brukerutvalget',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1017',
  },
  {
    key: 'samira',
    name: 'Samira Nordvoll',
    title: 'Brukerrepresentant, ungdomsrådet',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1018',
  },
  {
    key: 'geir',
    name: 'Geir Moseng',
    title: 'Kommunalsjef, Ytre Holmen kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1019',
  },
  {
    key: 'kari',
    name: 'Kari Ulvestad',
    title: 'Hovedtillitsvalgt, kommunene',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1020',
  },
  {
    key: 'lars',
    name: 'Lars Heimly',
    title: 'Hovedtillitsvalgt, sykehuset',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1021',
  },
  {
    key: 'eva',
    name: 'Eva Rimstad',
    title: 'Statsforvalteren, observatør',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1022',
  },
  {
    key: 'arne',
    name: 'Arne Solvoll',
    title: 'Universitetet, observatør',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1023',
  },
  {
    key: 'maja',
    name: 'Maja Fossbakk',
    title: 'Fylkeskommunen, observatør',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1024',
  },
  {
    key: 'ole',
    name: 'Ole Grimstad',
    title: 'Prehospital leder, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1025',
  },
  {
    key: 'berit',
    name: 'Berit Nygjerde',
    title: 'Jordmor, Havnes kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1026',
  },
  {
    key: 'sverre',
    name: 'Sverre Kalland',
    title: 'Leder for legevakt, Storvik kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1027',
  },
  {
    key: 'randi',
    name: 'Randi Myklevoll',
    title: 'Helsesykepleier, Fjelldal kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1028',
  },
  {
    key: 'isak',
    name: 'Isak Tverrelv',
    title: 'Barnevernleder, Lyngvær kommune',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1029',
  },
  {
    key: 'guro',
    name: 'Guro Stenhaug',
    title: 'Overlege barn og unge, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1030',
  },
  {
    key: 'henning',
    name: 'Henning Aasbø',
    title: 'Psykolog, Nordlys sykehus',
    objectId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1031',
  },
];

/** The Teams id of a demo person, as a Bot Framework activity carries it. */
export const demoTeamsId = (key: string) => `29:demo-${key}`;
