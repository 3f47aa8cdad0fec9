import type { Committee } from '../store/committee/record.ts';
import {
  answerFor,
  hasAnswered,
  isLate,
  type Nomination,
  type Request,
  silentHolders,
} from '../store/nomination/record.ts';
import { appLinkButton } from './app-link.ts';
import { button, buttonRows, buttons, type Card, card, type Element, heading, paragraph, submit } from './elements.ts';
import { emptiable } from './emptiable.ts';
import { candidateInputs, choiceInput, type Filled } from './nomination.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import {
  answerText,
  candidateName,
  candidateText,
  nominationName,
  nominationProblemText,
  numbered,
  nominationText as text,
} from './text/nomination.ts';
import { problemLines } from './text/problems.ts';
import { unreachedText } from './text/round.ts';
import { deadlineInputs } from './text-inputs.ts';

const PAGE_BYTES = 12 * 1024;

type Paged = { readonly page?: number | undefined; readonly notice?: string | undefined };

/** Where a nomination stands, for the chair and the secretariat: who has answered, who is missing, who was not reached. */
export function nominationStatusCard(
  nomination: Nomination,
  { page: wanted = 0, notice, now }: Paged & { readonly now: Date },
): Card {
  const { id: nominationId, requests, deadline, kind } = nomination;
  const isOpen = nomination.status === 'open';
  const rows = requests.map((request) => ({ request, lines: rowLines(nomination, request) }));
  const pages = inPages(rows, PAGE_BYTES);
  const page = Math.min(wanted, pages.length - 1);
  const shown = pages[page] ?? [];
  const answered = requests.filter(({ seatId }) => hasAnswered(nomination, seatId)).length;
  const confirmed = nomination.answers
    .flatMap(({ candidates }) => candidates)
    .filter(({ state }) => state === 'accepted');
  return card(
    heading(nominationName(nomination)),
    ...noticeLines(notice),
    ...(isOpen ? [] : [paragraph(text.closed)]),
    ...(deadline ? [paragraph(text.until(deadline, isLate(nomination, now)))] : []),
    paragraph(text.status(requests.length, answered)),
    ...(pages.length > 1 ? [paragraph(text.page(page, pages.length))] : []),
    ...shown.flatMap(({ lines }) => lines.map(paragraph)),
    ...candidateElements(
      nomination,
      shown.map(({ request }) => request),
      page,
    ),
    ...(kind === 'group' && confirmed.length > 0 && page === 0
      ? [heading(text.list), paragraph(confirmed.slice(0, 30).map(candidateName).join('\n'))]
      : []),
    ...buttonRows([
      ...(pages.length > 1
        ? [button(text.next, { verb: 'nomination.status' as const, nominationId, page: (page + 1) % pages.length })]
        : []),
      ...(isOpen
        ? [
            button(text.register, { verb: 'nomination.register-form' as const, nominationId }),
            button(text.extend, { verb: 'nomination.extend-form' as const, nominationId }),
            button(text.close, { verb: 'nomination.close' as const, nominationId }),
          ]
        : []),
      button(text.refresh, { verb: 'nomination.status', nominationId, page }),
      ...(isOpen && lacksApp(nomination) ? [appLinkButton(nomination.committeeId)] : []),
    ]),
  );
}

/** Whether somebody who is still to answer was not reached because they have not added the app. */
function lacksApp({ deliveries, answers, requests }: Nomination): boolean {
  const isMissed = (holderId: string) =>
    deliveries.some((delivery) => delivery.holderId === holderId && delivery.why === 'not-installed');
  const candidates = answers.flatMap((answer) => answer.candidates);
  return (
    silentHolders({ requests, answers }).some(isMissed) ||
    candidates.some(({ state, unreached }) => state === 'asked' && unreached === 'not-installed')
  );
}

function rowLines(nomination: Nomination, request: Request): string[] {
  const { seatId, seatName, holderId, holderName } = request;
  const answer = answerFor(nomination, seatId);
  const who = holderName ? `${holderName}, ${seatName}` : seatName;
  const why = nomination.deliveries.find((delivery) => delivery.holderId === holderId)?.why;
  const candidates = answer?.candidates ?? [];
  const said = candidates.length > 0 ? candidates.map(candidateText).join('; ') : answerText(answer);
  const isSilent = !hasAnswered(nomination, seatId);
  return [
    `${who}: ${said}`,
    ...(isSilent && holderId === undefined ? [text.noContact] : []),
    ...(isSilent && why ? [text.unreached(unreachedText[why])] : []),
  ];
}

function candidateElements(nomination: Nomination, shown: readonly Request[], page: number): Element[] {
  const { id: nominationId, kind, status } = nomination;
  const seats = new Map(shown.map(({ seatId, seatName }) => [seatId, seatName]));
  const open = nomination.answers.flatMap(({ seatId, candidates }) =>
    candidates
      .filter(({ state, problem }) => ['proposed', 'asked', 'declined'].includes(state) || problem !== undefined)
      .filter(({ state, problem }) => status === 'open' || state === 'asked' || problem !== undefined)
      .flatMap((candidate) => (seats.has(seatId) ? { seatId, candidate } : [])),
  );
  if (open.length === 0) return [];
  const of = { nominationId, page };
  const registered = (accepts: boolean) => ({ verb: 'nomination.registered' as const, ...of, accepts });
  return [
    choiceInput(
      'candidateId',
      text.which,
      open.map(({ seatId, candidate }) => ({
        title: `${candidateName(candidate)} (${seats.get(seatId)})`,
        value: candidate.id,
      })),
    ),
    ...buttonRows([
      ...(status === 'open' || open.some(({ candidate }) => candidate.problem !== undefined)
        ? [submit(text.confirm, { verb: 'nomination.confirm' as const, ...of })]
        : []),
      ...(status === 'open' ? [submit(text.again, { verb: 'nomination.again' as const, ...of })] : []),
      ...(kind !== 'group' && open.some(({ candidate }) => candidate.state === 'asked')
        ? [submit(text.registerYes, registered(true)), submit(text.registerNo, registered(false))]
        : []),
    ]),
  ];
}

/** An answer that came another way, for one of those who are asked. */
export function registerNominationCard(nomination: Nomination, { typed, problems }: Filled): Card {
  const { id: nominationId, requests } = nomination;
  const choices = requests.map(({ seatId, seatName, holderName }) => ({
    title: holderName ? `${holderName}, ${seatName}` : seatName,
    value: seatId,
  }));
  // the silent ones first, as many as fit
  const silent = choices.filter(({ value }) => !hasAnswered(nomination, value));
  const [first = []] = inPages([...silent, ...choices.filter((one) => !silent.includes(one))], PAGE_BYTES);
  return emptiable(
    card(
      heading(`${text.register}: ${nomination.committeeName}`),
      ...problemLines(problems, nominationProblemText),
      paragraph(text.registerAbout),
      choiceInput('seatId', text.seat, first, typed.seatId ?? first[0]?.value),
      ...candidateInputs(typed),
      buttons(
        submit(text.propose, { verb: 'nomination.register', nominationId }),
        submit(text.nobody, { verb: 'nomination.register-none', nominationId }),
        button(text.back, { verb: 'nomination.status', nominationId }),
      ),
    ),
  );
}

/** A later deadline. */
export function extendNominationCard(nomination: Nomination, { typed, problems }: Filled): Card {
  const { id: nominationId, committeeName } = nomination;
  return emptiable(
    card(
      heading(`${text.extend}: ${committeeName}`),
      ...problemLines(problems, nominationProblemText),
      ...deadlineInputs(typed, text),
      buttons(
        submit(text.extend, { verb: 'nomination.extend', nominationId }),
        button(text.back, { verb: 'nomination.status', nominationId }),
      ),
    ),
  );
}

/** What is sent of a chosen vara: ids hold no space. */
const varaValue = (seatId: string, personId: string) => `${seatId} ${personId}`;

/** Every seat of a committee and its varas, in order; the secretariat moves one up or takes one out. */
export function varaSeatsCard(
  committee: Committee,
  { page: wanted = 0, notice, nameOf }: Paged & { readonly nameOf: (personId: string) => string },
): Card {
  const { id: committeeId, seats } = committee;
  const rows = seats.map(({ id: seatId, name, memberId, varas = [] }) => ({
    line: `${name} (${memberId === undefined ? text.vacant : nameOf(memberId)}): ${numbered(varas.map((vara) => vara.name)) || text.none}`,
    choices: varas.map((vara) => ({ title: `${vara.name} (${name})`, value: varaValue(seatId, vara.personId) })),
  }));
  const pages = inPages(rows, PAGE_BYTES);
  const page = Math.min(wanted, pages.length - 1);
  const shown = pages[page] ?? [];
  const choices = shown.flatMap((row) => row.choices);
  return card(
    heading(text.seatsTitle(committee.shortName)),
    ...noticeLines(notice),
    ...(pages.length > 1 ? [paragraph(text.page(page, pages.length))] : []),
    ...shown.map(({ line }) => paragraph(line)),
    ...(choices.length > 0
      ? [
          choiceInput('vara', text.vara, choices),
          buttons(
            submit(text.raise, { verb: 'vara.raise', committeeId, page }),
            submit(text.remove, { verb: 'vara.remove', committeeId, page }),
          ),
        ]
      : []),
    ...buttonRows([
      ...(pages.length > 1
        ? [button(text.next, { verb: 'vara.seats' as const, committeeId, page: (page + 1) % pages.length })]
        : []),
      button(text.back, { verb: 'vara.show' }),
    ]),
  );
}
