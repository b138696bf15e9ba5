// Tells in a page what a program would be told by a problem: a refusal, an error, a farewell.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ProblemCode } from '../../shared/api/schemas.ts';
import type { App } from '../env.ts';
import { answerNotice } from '../pages/answer.tsx';
import type { NoticeKind } from '../pages/views/notice.tsx';

export type { NoticeKind };

/** Answers with the notice. The link is where its one thing to do leads, if not where that notice always leads. */
export function notice(
  c: Context<App>,
  status: ContentfulStatusCode,
  kind: NoticeKind,
  link?: string,
): Promise<Response> {
  return answerNotice(c, status, kind, link);
}

/** The notice that says what a problem says. */
export const NOTICE_OF = {
  malformed: 'not_found',
  not_json: 'internal',
  too_large: 'internal',
  unauthorized: 'signed_out',
  expired: 'signed_out',
  forbidden: 'forbidden',
  not_found: 'not_found',
  too_many: 'too_many',
  unavailable: 'unavailable',
  invalid_grant: 'sign_in_failed',
  internal: 'internal',
} as const satisfies Record<ProblemCode, NoticeKind>;
