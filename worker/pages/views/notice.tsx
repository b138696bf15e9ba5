// A page that only says something: a refusal, an error, a farewell.
import type { PagesMessages } from '../../../shared/messages/pages.ts';
import type { Framed } from '../page.ts';
import { Frame } from './frame.tsx';
import { Say } from './say.tsx';

export type NoticeKind = keyof PagesMessages['notices'];

/** `to`: where the one thing to do leads; where it is absent the notice leads home or says nothing to do. */
export function NoticePage({ page, kind, to }: { page: Framed; kind: NoticeKind; to: string | undefined }) {
  const { t, company } = page;
  const { title, text, go } = t.notices[kind];
  return (
    <Frame page={page} title={title} current={null}>
      <Say heading="h1" title={title} text={text(company)} go={go(company)} to={to} />
    </Frame>
  );
}
