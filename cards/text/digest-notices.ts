import type { AwayRefusal } from '../../store/digest/rules.ts';
import type { HandOverRefusal } from '../../store/tiltak/rules-hand-over.ts';
import type { SilentRefusal } from '../../store/tiltak/rules-silent.ts';
import type { StatusRefusal } from '../../store/tiltak/rules-status.ts';

/** Why something in a digest could not be done, and what was done. */
export const digestNotices = {
  'tiltak-closed': 'Tiltaket er avsluttet eller tatt ut av planen, så det kan ikke besvares eller endres.',
  'tiltak-answered':
    'Noen har svart siden du ble spurt. Svaret står nedenfor. Vil du legge til ditt, sender du på nytt.',
  'tiltak-not-yours': 'Tiltaket er ikke ditt å svare for lenger. Noen andre har fått det.',
  'tiltak-handed-over': 'Takk! Den du valgte, får spørsmålet i sin neste oppsummering, og ser at det kommer fra deg.',
  'tiltak-unowned': 'Takk! Er ingen andre ansvarlige, får sekretariatet spørsmålet om hvem som har ansvaret.',
  'handed-to-self': 'Du kan ikke gi tiltaket til deg selv. Velg en annen, eller «Jeg vet ikke hvem».',
  'silence-over': 'Det er svart i mellomtiden, så det er ikke noe å bestemme.',
  'silence-decided': 'En annen i sekretariatet har bestemt dette i mellomtiden.',
  'no-leader': 'Det er ingen leder å fortelle det til.',
  'leader-told': 'Lederen får det i sin neste oppsummering.',
  'silence-left': 'Greit, da blir det liggende. Den ansvarlige spørres igjen før neste møte.',
  'away-missing': 'Skriv hvilken dag du er tilbake.',
  'away-passed': 'Velg en dag som er fram i tid.',
  'away-too-long': 'Du kan være borte i høyst tre måneder. Er det lenger, gir du tiltakene videre til en annen.',
  'away-saved': 'God tur! Du hører ikke fra meg om tiltak før du er tilbake.',
  'back-saved': 'Velkommen tilbake. Du får neste oppsummering når noe venter.',
  'rhythm-daily': 'Greit! Du får inntil én oppsummering hver arbeidsdag, når noe venter.',
  'rhythm-weekly': 'Greit! Du får høyst én oppsummering i uken.',
  'nothing-filled': 'Ingenting var fylt ut, så ingenting er registrert.',
} as const satisfies Record<AwayRefusal | HandOverRefusal | SilentRefusal | StatusRefusal, string> &
  Record<string, string>;
