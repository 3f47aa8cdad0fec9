import { afterEach, describe, expect, test } from 'vitest';
import { mayAnswer } from '../../bot/tiltak.ts';
import type { Card } from '../../cards/elements.ts';
import { handOver } from '../../store/tiltak/rules-hand-over.ts';
import { answerStatus } from '../../store/tiltak/rules-status.ts';
import { aChase, type Chase, DAY, ofKari, wordsIn } from '../support/chase.ts';
import { inChat } from '../support/circulation.ts';
import { aCommittee, accepted, NOW, REAL_NOW } from '../support/records.ts';

let chase: Chase;
afterEach(() => chase.end());

const PEOPLE = ['kari', 'ola', 'per', 'siv', 'lise', 'nina', 'vara', 'before', 'other', 'stranger'];
const committee = aCommittee({
  people: ['kari', 'per', 'siv', 'lise'],
  varaIds: ['vara'],
  roles: { chairId: 'lise', secretariatIds: ['siv'] },
});
const fsu = aCommittee({ id: 'committee-2', roles: { chairId: 'nina', secretariatIds: ['other'] }, people: ['other'] });
const handed = accepted(
  handOver(
    ofKari({ contactIds: ['before'] }),
    { by: 'before', to: 'kari', isTheirs: true, contacts: { secretariatIds: ['siv'] } },
    { now: NOW, realNow: REAL_NOW },
  ),
);
const secret = accepted(
  answerStatus(handed, { class: 'in-progress', text: 'Ikke for alle' }, { personId: 'kari', from: 'answer' }, NOW),
);
const begin = async (tiltak = secret) => {
  chase = await aChase({ tiltak: [tiltak], committees: [committee, fsu], people: PEOPLE.map((id) => inChat(id)) });
};
const forged = (data: object): Card =>
  ({
    type: 'AdaptiveCard',
    body: [{ type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Trykk', verb: 'x', data }] }],
  }) as unknown as Card;

const REFUSED = ['stranger', 'per', 'before', 'vara', 'other', 'nina'];

describe('a tiltak that somebody owns', () => {
  test.each<[string, 'answer' | 'registered' | undefined]>([
    ['kari', 'answer'],
    ['lise', 'registered'],
    ['siv', 'registered'],
    ...REFUSED.map((person): [string, undefined] => [person, undefined]),
  ])('may be answered for by %s: %s', async (person, way) => {
    await begin();
    expect(await mayAnswer(chase.deps, secret, person)).toBe(way);
  });

  test.each([
    ['digest.answer', { asked: [{ tiltakId: 'tiltak-1', seen: 1 }] }, { class0: 'done' }],
    ['digest.answer', { asked: [{ tiltakId: 'tiltak-1', seen: 1 }] }, { class0: 'done', due0: 'innen xxxx' }],
    ['digest.answer', { asked: [{ tiltakId: 'tiltak-1', seen: 1 }] }, { class0: 'snooze' }],
    ['digest.answer', { asked: [{ tiltakId: 'tiltak-1', seen: 1 }] }, { class0: 'not-mine', text0: 'ola' }],
    ['digest.silent', { tiltakId: 'tiltak-1', what: 'leader' }, {}],
    ['tiltak.answer-form', { tiltakId: 'tiltak-1' }, {}],
    ['tiltak.answer', { tiltakId: 'tiltak-1' }, { class: 'done' }],
    ['tiltak.snooze', { tiltakId: 'tiltak-1' }, {}],
    ['tiltak.hand-over-form', { tiltakId: 'tiltak-1' }, {}],
    ['tiltak.hand-over', { tiltakId: 'tiltak-1' }, { name: 'ola' }],
    ['tiltak.hand-over-nobody', { tiltakId: 'tiltak-1' }, {}],
  ])('is neither changed nor shown by «%s» to anybody else', async (verb, about, inputs) => {
    await begin();
    const before = await chase.tiltak();
    for (const person of REFUSED) {
      const shown = await chase.press(person, forged({ verb, ...about }), 'Trykk', inputs);
      expect(wordsIn(shown), person).not.toContain('Hent tall');
      expect(wordsIn(shown), person).not.toContain('Ikke for alle');
    }
    expect(await chase.tiltak()).toEqual(before);
  });
});

test('the leader who is silent is not told so as a leader: the secretariat may let it be, or find another', async () => {
  await begin(ofKari({ contactIds: ['lise'], due: 'februar', dueOn: '2026-02-20' }));
  for (let week = 0; week < 4; week++) await chase.runAt(new Date(NOW.getTime() + week * 7 * DAY));
  const card = chase.newest('siv');
  expect(wordsIn(card)).toContain('lise er spurt 3 ganger uten å svare, sist 16.03.26.');
  expect(wordsIn(card)).not.toContain('Skal lederen få vite det?');
  expect(JSON.stringify(card)).not.toContain('Fortell lederen');
  const forgedCard = forged({ verb: 'digest.silent', tiltakId: 'tiltak-1', what: 'leader' });
  expect(wordsIn(await chase.press('siv', forgedCard, 'Trykk'))).toContain('Det er ingen leder å fortelle det til.');
  expect(wordsIn(await chase.press('siv', card, 'La det være'))).toContain('Greit, da blir det liggende.');
});
