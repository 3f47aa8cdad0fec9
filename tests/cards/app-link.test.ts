import { describe, expect, test } from 'vitest';
import { appLinkCard } from '../../cards/app-link.ts';
import { ballotStatusCard } from '../../cards/ballot.ts';
import type { Card } from '../../cards/elements.ts';
import { nominationStatusCard } from '../../cards/nomination-status.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
import { appLinkText } from '../../cards/text/app-link.ts';
import { noteUnreached } from '../../store/ballot/rules.ts';
import { noteUnasked } from '../../store/nomination/rules-decide.ts';
import { closeNomination, noteSilent } from '../../store/nomination/rules-run.ts';
import { withdrawRound } from '../../store/round/rules-run.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { buttonsOf, expectValidCard, linesOf } from '../support/cards.ts';
import { aBallot } from '../support/minutes-room.ts';
import { aNomination, candidateOf, clocks, confirmed, proposedBy } from '../support/nominations.ts';
import { accepted, answered, aRound, delivered, missed, NOW } from '../support/records.ts';

const link = (card: Card) => {
  expectValidCard(card);
  return buttonsOf(card).filter(({ title }) => title === appLinkText.button);
};
const BUTTON = [expect.objectContaining({ verb: 'app.link', data: { verb: 'app.link', committeeId: 'committee-1' } })];

describe('the link to the app', () => {
  const shown = (deliveries: Parameters<typeof aRound>[0] = {}) => link(roundStatusCard(aRound(deliveries)));

  test('is with the status of a round that could not reach somebody who lacks it', () => {
    expect(shown({ deliveries: [delivered('ola'), missed('kari', 'not-installed')] })).toEqual(BUTTON);
  });

  test('is not where it would help nobody', () => {
    expect(shown({ deliveries: [missed('kari', 'blocked')] })).toEqual([]);
    expect(shown()).toEqual([]);
    const lost = aRound({ deliveries: [missed('kari', 'not-installed')] });
    expect(link(roundStatusCard(answered(lost, ['kari'])))).toEqual([]);
    expect(link(roundStatusCard(accepted(withdrawRound(lost, 'Feil.', 'siv', clocks))))).toEqual([]);
  });

  test('is with a nomination, for those who propose and those who are asked', () => {
    const status = (nomination = aNomination()) => link(nominationStatusCard(nomination, { now: NOW }));
    const lost = noteSilent(aNomination(), 'kari', 'not-installed', clocks);
    expect(status(lost)).toEqual(BUTTON);
    expect(status(proposedBy(lost, 'kari', 'vera'))).toEqual([]);
    expect(status(closeNomination(lost, 'siv', clocks))).toEqual([]);
    const asked = confirmed(proposedBy(aNomination(), 'kari', 'vera'), 'vera');
    const { id } = candidateOf(asked, 'seat-kari', 'vera');
    expect(status(noteUnasked(asked, id, 'not-installed', clocks))).toEqual(BUTTON);
    expect(status(noteUnasked(asked, id, 'other-organisation', clocks))).toEqual([]);
    expect(status()).toEqual([]);
  });

  test('is with a voting that somebody did not hear of', () => {
    const status = (ballot = aBallot()) =>
      link(ballotStatusCard(ballot, { sak: anAcceptedSak('a'), nameOf: (id) => id }));
    expect(status(noteUnreached(aBallot(), 'kari'))).toEqual(BUTTON);
    expect(status()).toEqual([]);
  });

  test('is a text to copy, with the committee and the address as they are', () => {
    const url = 'https://teams.microsoft.com/l/app/1_2?tenantId=3';
    const card = appLinkCard({ committee: 'Utvalg for *barn*', url });
    expectValidCard(card);
    const lines = linesOf(card);
    expect(lines.join('\n')).toContain('Utvalg for *barn* bruker Utvalgsbot i Teams');
    expect(lines).toContain(url);
  });
});
