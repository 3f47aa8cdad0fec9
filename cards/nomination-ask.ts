import { answerFor, type Candidate, isLate, type Nomination, type Request } from '../store/nomination/record.ts';
import { button, buttons, type Card, card, type Element, heading, paragraph, submit } from './elements.ts';
import { emptiable } from './emptiable.ts';
import { candidateInputs, choiceInput, type Filled } from './nomination.ts';
import { noticeLines } from './notice.ts';
import { fitting } from './size.ts';
import {
  askedText,
  candidateName,
  candidateText,
  meansText,
  nominationProblemText,
  nominationText as text,
  willText,
} from './text/nomination.ts';
import { problemLines } from './text/problems.ts';

/** To whoever is asked to propose somebody: the form, what they have proposed, and what became of it. */
export function proposeCard(
  nomination: Nomination,
  request: Request,
  { typed, problems, notice, now }: Filled & { readonly notice?: string | undefined; readonly now: Date },
): Card {
  const { id: nominationId } = nomination;
  const isOpen = nomination.status === 'open';
  const { candidates = [], none } = answerFor(nomination, request.seatId) ?? {};
  const form = (lines: number) =>
    card(
      heading(`${nomination.committeeName}: ${request.seatName}`),
      ...noticeLines(notice),
      ...problemLines(problems, nominationProblemText),
      paragraph(isOpen ? askedText(nomination, request) : text.closed),
      ...(isOpen && isLate(nomination, now) ? [paragraph(text.lateNow)] : []),
      ...proposedElements(nomination, candidates.slice(0, lines), none === true),
      ...(isOpen
        ? [
            ...candidateInputs(typed),
            buttons(
              submit(candidates.length > 0 ? text.oneMore : text.propose, { verb: 'nomination.propose', nominationId }),
              ...(none || candidates.some(({ state }) => state !== 'set-aside' && state !== 'declined')
                ? []
                : [button(text.nobody, { verb: 'nomination.none', nominationId })]),
            ),
          ]
        : []),
    );
  return fitting((step) => emptiable(form(step)), 20);
}

function proposedElements(
  { id: nominationId, status }: Nomination,
  candidates: readonly Candidate[],
  isNone: boolean,
): Element[] {
  const free = status === 'open' ? candidates.filter(({ state }) => state === 'proposed') : [];
  return [
    ...(isNone ? [paragraph(text.saidNobody)] : []),
    ...(candidates.length > 0 ? [paragraph(text.proposed)] : []),
    ...candidates.map((candidate, n) => paragraph(`${n + 1}. ${candidateText(candidate)}`)),
    ...(free.length > 0
      ? [
          choiceInput(
            'candidateId',
            text.which,
            free.map((one) => ({ title: candidateName(one), value: one.id })),
            free[0]?.id,
          ),
          buttons(submit(text.withdraw, { verb: 'nomination.withdraw', nominationId })),
        ]
      : []),
  ];
}

/** Reminds somebody who has not answered. */
export function nominationReminderCard(nomination: Nomination, request: Request): Card {
  return card(
    heading(`${text.reminder}: ${nomination.committeeName}`),
    paragraph(askedText(nomination, request)),
    buttons(button(text.answerIt, { verb: 'nomination.show', nominationId: nomination.id })),
  );
}

/** Asks somebody who is proposed and confirmed whether they will, and says what it means. */
export function willCard(
  nomination: Nomination,
  request: Request,
  { id: candidateId, state }: Candidate,
  notice?: string,
): Card {
  const { id: nominationId, kind } = nomination;
  const answer = (accepts: boolean) => ({ verb: 'nomination.reply' as const, nominationId, candidateId, accepts });
  return card(
    heading(willText(nomination, request)),
    ...noticeLines(notice),
    ...(state === 'accepted' ? [paragraph(text.saidYes)] : []),
    ...(state === 'declined' ? [paragraph(text.saidNo)] : []),
    ...(state === 'set-aside' || state === 'proposed' ? [paragraph(text.goneAsk)] : []),
    ...(state === 'asked' || state === 'accepted' ? [paragraph(meansText[kind])] : []),
    ...(state === 'asked' ? [buttons(button(text.yes, answer(true)), button(text.no, answer(false)))] : []),
  );
}
