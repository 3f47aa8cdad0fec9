/** What is said of a plan or a tiltak that cannot be shown or changed, and of one that was. */
export const tiltakNotices = {
  'not-for-members': 'Dette er bare for utvalgets medlemmer og for dem som er ansvarlige for tiltaket.',
  'tiltak-proposed':
    'Utvalget har ikke avgjort forslaget om dette tiltaket ennå. Det tas opp under «Oppfølging av tidligere saker».',
  'tiltak-deleted': 'Utvalget har vedtatt å slette tiltaket. Det kan bare tas inn igjen ved et nytt vedtak.',
  'tiltak-contacts': 'Det kan være høyst fem som blir spurt om ett tiltak.',
  'tiltak-place-too-long': 'Innsatsområdet og målet kan ha høyst 2000 tegn hver.',
  'tiltak-kept': 'Endringene er lagret.',
  'tiltak-added': 'Tiltaket er lagt til i planen.',
} as const;
