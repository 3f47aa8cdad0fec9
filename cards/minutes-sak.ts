import type { Ballot } from '../store/ballot/record.ts';
import type { Committee } from '../store/committee/record.ts';
import { type Meeting, outcomeSchema, type ProtocolItem } from '../store/meeting/record.ts';
import { protocolOf } from '../store/meeting/rules-protocol.ts';
import type { Referat } from '../store/referat/record.ts';
import type { Round } from '../store/round/record.ts';
import type { Sak } from '../store/sak/record.ts';
import { pointsText } from '../store/typed-text.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  type Input,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { emptiable } from './emptiable.ts';
import { bytesOf, fittingChoices } from './size.ts';
import { minutesText, outcomeText, phrasesFor, sakHeading, votingLine } from './text/minutes.ts';
import { notice } from './text/notices.ts';
import { problemLines } from './text/problems.ts';
import { tiltakDecideText } from './text/tiltak-decide.ts';
import { tiltakButtons } from './tiltak-vedtak.ts';

/** What the typed texts of this form may take of a message together; what does not fit is kept as it is, and not shown. */
const TEXT_BYTES = 10 * 1024;
/** What the titles of referater may take. */
const TITLES_BYTES = 4 * 1024;
/** So many inhabile seats are named on the card; the referat names them all. */
const NAMED = 3;

export type SakMinutes = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly sak: Sak;
  readonly ballots: readonly Ballot[];
  /** The round that is deciding it now. */
  readonly round?: Pick<Round, 'id'> | undefined;
  /** Referater that wait to be approved in this meeting, where this is the sak for it. */
  readonly approvable: readonly Referat[];
  /** Those of them that are ticked from the first. */
  readonly wanted: readonly string[];
  /** How many tiltak this sak decides of: where it is the one that follows up. */
  readonly proposals: number;
  /** The points of its vedtak that can become tiltak. */
  readonly points: readonly string[];
  readonly next: Sak | undefined;
  readonly typed: Typed;
  readonly problems: readonly string[];
  readonly saved?: boolean;
};

/** One sak of the meeting: its vedtak as proposed, with the standard phrases, and what else can become of it. */
export function sakMinutesCard(shown: SakMinutes): Card {
  const { meeting, sak, problems, saved } = shown;
  const item = protocolOf(meeting, sak.id);
  return emptiable(
    card(
      heading(sakHeading(sak)),
      ...(saved ? [paragraph(minutesText.saved)] : []),
      ...problemLines(problems, {}),
      ...votings(shown),
      ...onRound(shown),
      ...entryInputs(shown, item),
      ...buttonRows(mainButtons(shown)),
      ...buttonRows(sideButtons(shown)),
    ),
  );
}

function votings({ ballots }: SakMinutes): Element[] {
  // the newest one counts, and one that is open is the newest
  return ballots
    .slice(-1)
    .flatMap((ballot) =>
      ballot.status === 'closed'
        ? [paragraph(votingLine(ballot, NAMED))]
        : [
            paragraph(notice('ballot-running')),
            buttons(button(minutesText.toVote, { verb: 'ballot.status', ballotId: ballot.id })),
          ],
    );
}

function onRound({ round }: SakMinutes): Element[] {
  if (round === undefined) return [];
  return [
    paragraph(minutesText.isOnRound),
    buttons(button(minutesText.toRound, { verb: 'round.status', roundId: round.id })),
  ];
}

/** What was typed, else what is written, else what was proposed. */
function standing({ sak, typed }: SakMinutes, item: ProtocolItem | undefined) {
  const written = item?.open === true ? undefined : item;
  return {
    outcome: typed.outcome ?? written?.outcome ?? 'vedtak',
    text: typed.text ?? item?.text ?? '',
    vedtak: typed.vedtak ?? pointsText(written?.outcome === 'vedtak' ? written.vedtak : sak.proposal),
  };
}

function entryInputs(shown: SakMinutes, item: ProtocolItem | undefined): Element[] {
  const { sak, committee } = shown;
  const { outcome, text, vedtak } = standing(shown, item);
  const showsVedtak = bytesOf(vedtak) <= TEXT_BYTES;
  const showsText = bytesOf(text) + (showsVedtak ? bytesOf(vedtak) : 0) <= TEXT_BYTES;
  const outcomes = outcomeSchema.options.filter((one) => one !== 'utsatt' || sak.fixed === undefined);
  const textInput: Element = showsText
    ? { type: 'Input.Text', id: 'text', label: minutesText.text, isMultiline: true, ...prefilled(text) }
    : paragraph(minutesText.keptText(text.length));
  const vedtakInput: Element = showsVedtak
    ? { type: 'Input.Text', id: 'vedtak', label: minutesText.vedtak, isMultiline: true, ...prefilled(vedtak) }
    : paragraph(minutesText.keptVedtak(vedtak.length));
  const phrases: Input = {
    type: 'Input.ChoiceSet',
    id: 'phrase',
    label: minutesText.phrase,
    placeholder: minutesText.phraseHint,
    style: 'compact',
    choices: Object.entries(phrasesFor(committee.shortName)).map(([value, title]) => ({ title, value })),
  };
  const to = { meetingId: shown.meeting.id, sakId: sak.id };
  return [
    textInput,
    {
      type: 'Input.ChoiceSet',
      id: 'outcome',
      label: minutesText.outcome,
      style: 'compact',
      choices: outcomes.map((value) => ({ title: outcomeText[value], value })),
      value: outcome,
    },
    vedtakInput,
    ...approvalInput(shown, item),
    ...(showsVedtak ? [phrases, buttons(submit(minutesText.usePhrase, { verb: 'minutes.phrase', ...to }))] : []),
  ];
}

/** «bekreftes godkjent»: ticked from the first where it was wanted, because that is what the sak is for. */
function approvalInput({ approvable, wanted, typed }: SakMinutes, item: ProtocolItem | undefined): Element[] {
  if (approvable.length === 0) return [];
  const ticked = typed.approves ?? (item && item.open !== true ? (item.approves ?? []) : wanted).join(',');
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'approves',
      label: minutesText.approves,
      style: 'expanded',
      wrap: true,
      isMultiSelect: true,
      choices: fittingChoices(
        approvable.map(({ id, title }) => ({ title, value: id })),
        TITLES_BYTES,
      ),
      ...prefilled(ticked),
    },
  ];
}

function mainButtons({ meeting, sak }: SakMinutes): Execute[] {
  const to = { meetingId: meeting.id, sakId: sak.id };
  const quick = (title: string, outcome: 'utsatt' | 'utgikk' | 'folges-opp') =>
    submit(title, { verb: 'minutes.record', ...to, quick: outcome });
  return [
    submit(minutesText.save, { verb: 'minutes.record', ...to }),
    ...(sak.proposal.length > 0 ? [button(minutesText.adopt, { verb: 'minutes.adopt', ...to })] : []),
    ...(sak.fixed === undefined ? [quick(minutesText.postpone, 'utsatt')] : []),
    quick(minutesText.lapse, 'utgikk'),
    quick(minutesText.followUp, 'folges-opp'),
  ];
}

function sideButtons({ meeting, sak, ballots, next, proposals, points }: SakMinutes): Execute[] {
  const to = { meetingId: meeting.id, sakId: sak.id };
  const isRunning = ballots.some(({ status }) => status === 'open');
  return [
    ...(isRunning ? [] : [button(minutesText.vote, { verb: 'ballot.form', ...to })]),
    button(minutesText.recused, { verb: 'minutes.recused-form', ...to }),
    ...tiltakButtons(to, points),
    ...(proposals > 0 ? [button(tiltakDecideText.toList(proposals), { verb: 'tiltak.proposals', ...to })] : []),
    ...(next ? [button(minutesText.nextSak, { verb: 'minutes.sak', meetingId: meeting.id, sakId: next.id })] : []),
    button(minutesText.back, { verb: 'minutes.show', meetingId: meeting.id }),
  ];
}
