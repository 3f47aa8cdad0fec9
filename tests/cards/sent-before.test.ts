import { expect, test } from 'vitest';
import { cardActionSchema } from '../../cards/actions.ts';
import { effectSchema } from '../../store/effect.ts';
import { viewSchema } from '../../store/view.ts';

// what lies in people's chats and in stored outboxes, in its shortest form: add to these, never change one
const ACTIONS = `
{"verb":"setup.seat","committeeId":"c","seatId":"s","picked":"","name":"Vera","email":"v@eksempel.no"}
{"verb":"agenda.answer","meetingId":"m","comes":false}
{"verb":"forfall.show"}
{"verb":"forfall.own","meetingId":"m"}
{"verb":"forfall.form","meetingId":"m"}
{"verb":"forfall.form","meetingId":"m","onBehalf":true,"page":1}
{"verb":"forfall.report","meetingId":"m","what":"whole"}
{"verb":"forfall.back","meetingId":"m"}
{"verb":"forfall.back","meetingId":"m","forfallId":"s:sak:x"}
{"verb":"forfall.called","meetingId":"m","forfallId":"s:whole"}
{"verb":"forfall.call","meetingId":"m","forfallId":"s:whole","yes":true}
{"verb":"forfall.status","meetingId":"m"}
{"verb":"forfall.assign-form","meetingId":"m","forfallId":"s:whole"}
{"verb":"forfall.assign","meetingId":"m","forfallId":"s:whole","picked":"p"}
{"verb":"forfall.release","meetingId":"m","forfallId":"s:whole"}
{"verb":"forecast.remind","meetingId":"m"}
{"verb":"counts.show","committeeId":"c"}
{"verb":"counts.show","committeeId":"c","year":2025,"page":1}
{"verb":"file.send","offer":{"what":"counts","committeeId":"c","year":2025}}
{"verb":"minutes.rounds-form","meetingId":"m"}
{"verb":"tiltak.home"}
{"verb":"tiltak.home","page":1}
{"verb":"tiltak.plan","committeeId":"c"}
{"verb":"tiltak.plan","committeeId":"c","planId":"p"}
{"verb":"tiltak.list","committeeId":"c","planId":"p","filter":"overdue","area":"0","page":1}
{"verb":"tiltak.changes","committeeId":"c","planId":"p","page":1}
{"verb":"tiltak.one","tiltakId":"t","page":1}
{"verb":"tiltak.edit-form","tiltakId":"t"}
{"verb":"tiltak.edit","tiltakId":"t","text":"x","owner":"SEKR","due":"2026","contacts":"p","picked":"q"}
{"verb":"tiltak.close-form","tiltakId":"t"}
{"verb":"tiltak.close","tiltakId":"t"}
{"verb":"tiltak.reopen","tiltakId":"t"}
{"verb":"tiltak.add-form","committeeId":"c","planId":"p"}
{"verb":"tiltak.add","committeeId":"c","planId":"p","newId":"n","text":"x","area":"a","goal":"g"}
{"verb":"file.send","offer":{"what":"status-table","committeeId":"c","planId":"p","format":"docx"}}
{"verb":"file.send","offer":{"what":"status-table","committeeId":"c","format":"csv"}}
{"verb":"vara.show"}
{"verb":"vara.seats","committeeId":"c"}
{"verb":"vara.raise","committeeId":"c","vara":"s p"}
{"verb":"vara.remove","committeeId":"c","vara":"s p"}
{"verb":"vara.form"}
{"verb":"vara.propose","committeeId":"c","picked":"p"}
{"verb":"nomination.form","kind":"group"}
{"verb":"nomination.open","kind":"vara","committeeId":"c","wanted":"1","deadlineOn":"2026-12-12","deadlineTime":"15:00"}
{"verb":"nomination.show","nominationId":"n"}
{"verb":"nomination.propose","nominationId":"n","name":"Vera","email":"v@eksempel.no","workplace":"Havnes"}
{"verb":"nomination.none","nominationId":"n"}
{"verb":"nomination.withdraw","nominationId":"n","candidateId":"k"}
{"verb":"nomination.asked","nominationId":"n","candidateId":"k"}
{"verb":"nomination.reply","nominationId":"n","candidateId":"k","accepts":true}
{"verb":"nomination.status","nominationId":"n"}
{"verb":"nomination.confirm","nominationId":"n","candidateId":"k"}
{"verb":"nomination.again","nominationId":"n","candidateId":"k"}
{"verb":"nomination.registered","nominationId":"n","candidateId":"k","accepts":false}
{"verb":"nomination.register-form","nominationId":"n"}
{"verb":"nomination.register","nominationId":"n","seatId":"s","picked":"p"}
{"verb":"nomination.register-none","nominationId":"n","seatId":"s"}
{"verb":"nomination.extend-form","nominationId":"n"}
{"verb":"nomination.extend","nominationId":"n","deadlineOn":"2026-12-19"}
{"verb":"nomination.close","nominationId":"n"}
{"verb":"plan.read","fileId":"f"}
{"verb":"plan.preview","importId":"i","page":1}
{"verb":"plan.row-form","importId":"i","at":0,"part":1}
{"verb":"plan.row","importId":"i","at":0,"text":"Lage plan","owner":"","due":"2026","dueOn":"","status":""}
{"verb":"plan.split-form","importId":"i","at":0}
{"verb":"plan.split","importId":"i","at":0,"parts":"En"}
{"verb":"plan.columns-form","importId":"i"}
{"verb":"plan.columns","importId":"i","field0":"text","field9":"other"}
{"verb":"plan.choose-form","importId":"i"}
{"verb":"plan.choose","importId":"i","plan":"new:c","name":"Plan"}
{"verb":"plan.difference","importId":"i"}
{"verb":"plan.use","importId":"i","revision":1}
{"verb":"plan.drop","importId":"i"}
{"verb":"plan.done","importId":"i","page":1}
{"verb":"plan.take-out","importId":"i"}
{"verb":"plan.ask","planId":"p"}
{"verb":"plan.contact-form","planId":"p","tiltakId":"t","scope":"area"}
{"verb":"plan.contact","planId":"p","tiltakId":"t","scope":"owner","ticked":"kari"}
{"verb":"plan.contact","planId":"p","tiltakId":"t","scope":"owner","nobody":true}
{"verb":"plan.date-form","planId":"p","tiltakId":"t"}
{"verb":"plan.date","planId":"p","tiltakId":"t","on":"2026-12-31"}
{"verb":"plan.date","planId":"p","tiltakId":"t","none":true}
{"verb":"digest.show"}
{"verb":"digest.show","page":1}
{"verb":"digest.answer","asked":[{"tiltakId":"t","seen":0},{"tiltakId":"u"}],"class0":"in-progress","text0":"Snart","due1":"2026"}
{"verb":"digest.away-form"}
{"verb":"digest.away","until":"2026-12-31"}
{"verb":"digest.back"}
{"verb":"digest.rhythm","rhythm":"daily"}
{"verb":"digest.silent","tiltakId":"t","what":"leader"}
{"verb":"tiltak.answer-form","tiltakId":"t","back":"digest"}
{"verb":"tiltak.answer","tiltakId":"t","seen":1,"class":"by-others","text":"","byOthers":"FSU BU","picked":"","due":""}
{"verb":"tiltak.snooze","tiltakId":"t"}
{"verb":"tiltak.hand-over-form","tiltakId":"t","back":"mine"}
{"verb":"tiltak.hand-over","tiltakId":"t","back":"plan","picked":"p","name":"Vera"}
{"verb":"tiltak.hand-over-nobody","tiltakId":"t"}
{"verb":"life.form","committeeId":"c"}
{"verb":"life.save","committeeId":"c","endsOn":"2026-12-31"}
{"verb":"life.rotate","committeeId":"c","on":"2026-12-31"}
{"verb":"life.take-back","committeeId":"c","seatId":"s"}
{"verb":"life.appointing-form","committeeId":"c"}
{"verb":"life.appointing","committeeId":"c","seatId":"s","party":"Havnes"}
{"verb":"life.close-form","committeeId":"c"}
{"verb":"life.close","committeeId":"c"}
{"verb":"life.reopen","committeeId":"c"}
{"verb":"tiltak.new-form","meetingId":"m","sakId":"s"}
{"verb":"tiltak.new","meetingId":"m","sakId":"s","point":2,"text":"Hent tall","owner":"SEKR","picked":"","due":"12.04.26"}
{"verb":"tiltak.new","sakId":"s","n":2,"back":"sak","contacts":"kari,none","dueKept":"kept","planId":"p"}
{"verb":"tiltak.proposals","meetingId":"m","sakId":"s"}
{"verb":"tiltak.decide-form","tiltakId":"t"}
{"verb":"tiltak.decide","tiltakId":"t","meetingId":"m","sakId":"s","decision":"clarify","text":"Klarere"}
{"verb":"agenda.follow-up","meetingId":"m"}
{"verb":"document.new","purpose":"signering","fileId":"f"}
{"verb":"app.link","committeeId":"c"}
{"verb":"setup.file","fileId":"f"}
{"verb":"setup.seat-open","committeeId":"c"}
{"verb":"setup.seat-open","committeeId":"c","seatId":"s","page":1}
{"verb":"setup.seat-new","committeeId":"c"}
{"verb":"setup.seat-save","committeeId":"c","seatName":"Havnes","represents":"kommune","voting":"stemme"}
{"verb":"setup.seat-save","committeeId":"c","seatId":"s","against":3,"seatName":"Havnes","roles":"chair,secretariat"}
{"verb":"setup.seat-vara-form","committeeId":"c","seatId":"s"}
{"verb":"setup.seat-vara","committeeId":"c","seatId":"s","picked":"p","name":"n","email":"e","workplace":"w"}
{"verb":"setup.seat-remove-form","committeeId":"c","seatId":"s"}
{"verb":"setup.seat-remove","committeeId":"c","seatId":"s","against":3}
{"verb":"setup.seat-form","committeeId":"c","seatId":"s"}
{"verb":"setup.settings","committeeId":"c","mandateUrl":"https://x.no/m","vedtekterUrl":""}
{"verb":"setup.file","fileId":"f","setupId":"s"}
{"verb":"setup.file","fileId":"f","committeeId":"c"}
{"verb":"file.send","offer":{"what":"member-list","setupId":"s"}}
{"verb":"round.sign","roundId":"r","textHash":"c8d0e6835f6d1465e73e896c380788ad8eccdd1746104fba073bcbac285cbaf7"}`;

const VIEWS = `
{"view":"app-link","committeeId":"c"}
{"view":"conversation-left","conversationId":"c"}
{"view":"forfall"}
{"view":"forfall-form","meetingId":"m"}
{"view":"call-in","meetingId":"m","forfallId":"s:whole"}
{"view":"own-forfall","meetingId":"m"}
{"view":"forfall-status","meetingId":"m"}
{"view":"forfall-assign","meetingId":"m","forfallId":"s:whole"}
{"view":"meeting-risk","meetingId":"m"}
{"view":"counts","committeeId":"c"}
{"view":"vara"}
{"view":"minutes-rounds","meetingId":"m"}
{"view":"file-received","fileId":"f","unread":[{"problem":"cell-too-long","line":12,"heading":"Når","most":200}]}
{"view":"seat","committeeId":"c","seatId":"s","notice":"seat-saved"}
{"view":"seat-new","committeeId":"c"}
{"view":"seat-vara","committeeId":"c","seatId":"s"}
{"view":"seat-remove","committeeId":"c","seatId":"s"}
{"view":"plan-unread","name":"a.csv","unread":[{"problem":"no-table"}]}
{"view":"plan-preview","importId":"i"}
{"view":"plan-row-form","importId":"i","at":0}
{"view":"plan-split-form","importId":"i","at":0}
{"view":"plan-columns-form","importId":"i"}
{"view":"plan-choose-form","importId":"i"}
{"view":"plan-difference","importId":"i"}
{"view":"plan-done","importId":"i"}
{"view":"plan-ask","planId":"p"}
{"view":"plan-contact-form","planId":"p","tiltakId":"t","scope":"tiltak"}
{"view":"plan-date-form","planId":"p","tiltakId":"t"}
{"view":"digest","fresh":true}
{"view":"digest-away"}
{"view":"tiltak-answer","tiltakId":"t"}
{"view":"tiltak-hand-over","tiltakId":"t"}
{"view":"tiltak"}
{"view":"tiltak-plan","committeeId":"c","planId":"p"}
{"view":"tiltak-list","committeeId":"c","planId":"p","filter":"no-owner","area":0}
{"view":"tiltak-changes","committeeId":"c"}
{"view":"tiltak-one","tiltakId":"t"}
{"view":"tiltak-edit","tiltakId":"t"}
{"view":"tiltak-close","tiltakId":"t"}
{"view":"tiltak-add","committeeId":"c","newId":"n"}
{"view":"life-news","committeeId":"c","what":"ends","on":"2026-12-31"}
{"view":"tiltak-form","meetingId":"m","sakId":"s","point":1}
{"view":"tiltak-form","sakId":"s","n":2,"back":"sak"}
{"view":"tiltak-proposals","meetingId":"m","sakId":"s"}
{"view":"tiltak-decide","tiltakId":"t"}
{"view":"document-form","documentId":"d","purpose":"signering"}
{"view":"seat-changed","committeeId":"c","seatId":"s","on":"2026-12-31","outcome":"moved"}`;

const EFFECTS = `
{"kind":"conversation-left"}
{"kind":"conversation-back"}
{"kind":"seat-moved","seatId":"s","by":"kari"}
{"kind":"call-unreached","forfallId":"s:whole","varaId":"v"}
{"kind":"holder-changed","seatId":"s"}
{"kind":"varas-changed","seatId":"s"}
{"kind":"candidate-accepted","candidateId":"k"}
{"kind":"digest-wants","personId":"kari","want":"ask"}
{"kind":"digest-card","number":1}
{"kind":"ask-tiltak"}
{"kind":"sak-told","sakId":"x","news":{"what":"recused","meetingId":"m","seatId":"s","isRecused":true}}
{"kind":"personal-card","personId":"v","view":{"view":"call-in","meetingId":"m","forfallId":"s:whole"}}
{"kind":"personal-card","personId":"siv","view":{"view":"meeting-risk","meetingId":"m"}}
{"kind":"offer-file","personId":"siv","offer":{"what":"annual","committeeId":"c","year":2025}}
{"kind":"offer-file","personId":"siv","offer":{"what":"signed","roundId":"r"}}
{"kind":"offer-file","personId":"siv","offer":{"what":"status-table","committeeId":"c","planId":"p","format":"docx"}}
{"kind":"personal-card","personId":"kari","view":{"view":"digest","fresh":true}}
{"kind":"offer-file","personId":"siv","offer":{"what":"counts","committeeId":"c","year":2025}}`;

const samples = (lines: string) => lines.trim().split('\n');

test.each(samples(ACTIONS))('a button that sends %s is read', (sample) => {
  const action: unknown = JSON.parse(sample);
  expect(cardActionSchema.parse(action)).toEqual(action);
});

test.each(samples(VIEWS))('the view %s is read', (sample) => {
  const view: unknown = JSON.parse(sample);
  expect(viewSchema.parse(view)).toEqual(view);
});

test('the effect that tells tiltak of a digest is read', () => {
  const at = new Date('2026-03-02T09:00:00Z');
  const effect = { key: 'k', attempts: 0, dueAt: at, kind: 'digest-told', number: 1, tiltakIds: ['t'], at };
  expect(effectSchema.parse(effect)).toEqual(effect);
  expect(effectSchema.parse({ ...effect, why: 'blocked' })).toEqual({ ...effect, why: 'blocked' });
});

test.each(samples(EFFECTS))('the effect %s is read', (sample) => {
  const waiting = { key: 'k', attempts: 0, dueAt: new Date('2026-03-02T09:00:00Z') };
  const effect = { ...JSON.parse(sample), ...waiting };
  expect(effectSchema.parse(effect)).toEqual(effect);
});
