import type { WireFault } from '../wire.ts';

type Planned = Omit<WireFault, 'id' | 'times'>;
/** Something that can go wrong, and which more one can say about it. */
export type FaultKind = {
  readonly text: string;
  readonly fault: Planned;
  readonly asks?: 'retryAfter' | 'delayMs';
};

const refused = (status: number, text: string, asks?: 'retryAfter'): FaultKind => ({
  text: `${status}: ${text}`,
  fault: { on: 'connector', what: `status-${status}`, status },
  ...(asks && { asks }),
});
const onConnector = (what: string, text: string, more: Partial<Planned> = {}): FaultKind => ({
  text,
  fault: { on: 'connector', what, ...more },
});
const onBot = (what: string, text: string, more: Partial<Planned>): FaultKind => ({
  text,
  fault: { on: 'bot', what, ...more },
});

/** What can be planned, group by group: when the bot asks Teams for something, and when Teams sends the bot something. */
export const FAULT_KINDS: Readonly<Record<string, readonly FaultKind[]>> = {
  'Når boten skriver til Teams': [
    refused(429, 'for mange kall', 'retryAfter'),
    refused(401, 'boten får ikke logge inn'),
    refused(412, 'noen andre endret samtidig'),
    refused(413, 'meldingen er for stor'),
    refused(500, 'feil i Teams'),
    refused(502, 'Teams nås ikke', 'retryAfter'),
    refused(503, 'Teams er opptatt', 'retryAfter'),
    refused(504, 'Teams rakk ikke å svare', 'retryAfter'),
    refused(403, 'boten får ikke skrive dit'),
    refused(404, 'chatten finnes ikke'),
    { ...onConnector('delay', 'Teams svarer sent'), asks: 'delayMs' },
    onConnector('reset-before', 'Forbindelsen brytes før kallet er utført', { reset: 'before' }),
    onConnector('reset-after', 'Forbindelsen brytes etter at kallet er utført', { reset: 'after' }),
  ],
  'Når Teams sender til boten': [
    onBot('twice-parallel', 'Leveres to ganger samtidig', { twice: 'parallel' }),
    onBot('twice-after', 'Leveres to ganger, den andre etter den første', { twice: 'after' }),
    onBot('lost', 'Svaret fra boten blir borte', { lost: true }),
    onBot('late', 'Svaret fra boten kommer for sent', { late: true }),
  ],
};

const ALL = Object.values(FAULT_KINDS).flat();

/** A planned fault in words. */
export function faultText(fault: WireFault): string {
  const text = ALL.find((kind) => kind.fault.what === fault.what)?.text ?? fault.what;
  const more = [
    fault.retryAfter !== undefined ? `Retry-After ${fault.retryAfter} s` : '',
    fault.delayMs !== undefined ? `${fault.delayMs / 1000} s` : '',
    fault.times > 1 ? `${fault.times} ganger` : '',
  ];
  return [text, ...more].filter(Boolean).join(', ');
}
