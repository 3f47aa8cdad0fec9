import type { Committee } from '../store/committee/record.ts';
import { isClosed } from '../store/committee/rules.ts';
import type { StoredFile } from '../store/file/record.ts';
import type { Setup } from '../store/setup/record.ts';
import { button, type Element, type Execute, paragraph } from './elements.ts';
import { namesText } from './setup-members.ts';
import { shortened } from './size.ts';
import { setupText } from './text/setup.ts';

/** What a name has room for on a button. */
const ON_BUTTON = 40;
/** So many set-ups and committees have one; nobody has more. */
const SETUPS = 3;
const COMMITTEES = 12;
/** So many headings are named. */
const HEADINGS = 8;
const named = (headings: readonly string[]) =>
  namesText(
    headings.map((heading) => `«${shortened(heading, ON_BUTTON)}»`),
    HEADINGS,
  );

/** How a file was understood that is a list of members. */
export function membersIn({ memberList }: Pick<StoredFile, 'memberList'>): Element[] {
  if (memberList === undefined) return [];
  const { rows, columns, unused, hasMore } = memberList;
  return [
    paragraph(setupText.listRead(rows, named(columns))),
    ...(unused.length > 0 ? [paragraph(setupText.listUnused(named(unused)))] : []),
    ...(hasMore ? [paragraph(setupText.listHasMore)] : []),
    paragraph(setupText.listNothingYet),
  ];
}

/** What a list of members can be used for: a set-up that was begun, a new one, or the members of a committee. */
export function memberButtons(
  { id: fileId, memberList }: Pick<StoredFile, 'id' | 'memberList'>,
  committees: readonly Committee[],
  setups: readonly Setup[],
): Execute[] {
  if (memberList === undefined) return [];
  const begun = setups.slice(0, SETUPS).map(({ id: setupId, conversation }) =>
    button(setupText.useListBegun(conversation?.name && shortened(conversation.name, ON_BUTTON)), {
      verb: 'setup.file',
      fileId,
      setupId,
    }),
  );
  const isAnyAlone = setups.some(({ conversation }) => conversation === undefined);
  return [
    ...begun,
    ...committees
      .filter((committee) => !isClosed(committee))
      .slice(0, COMMITTEES)
      .map(({ id: committeeId, shortName }) =>
        button(setupText.useListIn(shortName), { verb: 'setup.file', fileId, committeeId }),
      ),
    ...(isAnyAlone ? [] : [button(setupText.useListNew, { verb: 'setup.file', fileId })]),
  ];
}
