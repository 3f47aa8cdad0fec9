import type { ApprovalRule } from '../../store/committee/record.ts';
import type { Answer, Remark, Round, Unreached } from '../../store/round/record.ts';
import { shortTime } from './format.ts';

/** The rule in plain words, as shown wherever a round is started or answered. */
export function ruleText(rule: ApprovalRule): string {
  switch (rule.kind) {
    case 'everyone':
      return 'Referatet er godkjent når alle som er spurt, har godkjent innen fristen. Den som ikke svarer, regnes ikke som et ja.';
    case 'majority':
      return 'Referatet er godkjent når mer enn halvparten av dem som er spurt, har godkjent, og ingen har innvendinger.';
    case 'consensus':
      return 'Referatet er godkjent når nok av dem som er spurt, har godkjent, og ingen har innvendinger.';
    case 'silent-consent':
      return 'Referatet er godkjent når minst én har godkjent, ingen har innvendinger, og alle andre har fått kortet og en påminnelse.';
  }
}

export const roundStatusText: Record<Round['status'], string> = {
  open: 'Pågår',
  approved: 'Godkjent',
  undecided: 'Ikke avgjort',
};

export const remarkKindText: Record<Remark['kind'], string> = { skrivefeil: 'skrivefeil', realitet: 'innholdet' };

/** Why somebody was not reached, and what the secretariat can do about it. */
export const unreachedText: Record<Unreached, string> = {
  'not-installed': 'mangler appen. Be vedkommende legge til Utvalgsbot i Teams',
  blocked: 'har blokkert appen. Be vedkommende oppheve blokkeringen i Teams',
  'other-organisation': 'hører til en annen organisasjon, som må tillate appen',
  'unknown-address': 'finnes ikke i Teams. Kontroller at medlemmet er riktig registrert',
  failed: 'kunne ikke nås nå. Ta kontakt på annen måte',
};

/** «Du godkjente 12.03.24 kl. 09.14.» */
export function receiptText(answer: Answer): string {
  const at = shortTime(answer.receivedAt);
  if (answer.choice === 'approve') return `Du godkjente ${at}.`;
  if (answer.choice === 'lift-to-meeting') return `Du ba ${at} om at referatet tas opp i møtet.`;
  if (answer.remark?.kind === 'skrivefeil') return `Du godkjente med merknad om skrivefeil ${at}.`;
  return `Du sendte merknad til innholdet ${at}. Referatet er ikke godkjent av deg.`;
}

/** How a round ended, in one sentence. */
export function outcomeText(status: Round['status']): string {
  if (status === 'approved') return 'Referatet er godkjent.';
  if (status === 'undecided') return 'Referatet er ikke avgjort: Ikke alle som ble spurt, har godkjent.';
  return 'E-postrunden pågår.';
}
