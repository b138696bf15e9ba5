// A page of one heading and a few sentences, for everything that can only be told: a refusal, an error, a farewell.
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ProblemCode } from '../../shared/api/schemas.ts';
import { type PagesMessages, pagesMessages } from '../../shared/messages/pages.ts';
import type { App } from '../env.ts';

export type NoticeKind = Exclude<keyof PagesMessages['notices'], 'again'>;

/** Answers with the notice. The link, where there is one, is where to go on from here. */
export function notice(
  c: Context<App>,
  status: ContentfulStatusCode,
  kind: NoticeKind,
  link?: string,
): Response | Promise<Response> {
  const language = /^\s*vi\b/i.test(c.req.header('Accept-Language') ?? '') ? 'vi' : 'en';
  const { notices, signIn, title } = pagesMessages[language];
  const words = notices[kind];
  const go = kind === 'signed_out' ? signIn(c.env.COMPANY) : notices.again;
  return c.html(
    html`<!doctype html><html lang="${language}"><meta name="viewport" content="width=device-width"><title>${title(words.title)}</title>
      <main><h1>${words.title}</h1>${words.text(c.env.COMPANY).map((text) => html`<p>${text}</p>`)}
      ${link ? html`<p><a href="${link}">${go}</a></p>` : ''}</main></html>`,
    status,
  );
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
