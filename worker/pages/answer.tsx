// Turns a view into an answer: language, terms of the deployment, HTML and the headers that every page carries.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { pagesMessages } from '../../shared/messages/pages.ts';
import { dayOf } from '../domain/clock.ts';
import { readK } from '../domain/configuration.ts';
import type { App } from '../env.ts';
import type { Reader } from '../store/figures.ts';
import { formats } from './format.ts';
import { languageOf } from './language.ts';
import type { Framed, Page } from './page.ts';
import { sheetPath } from './sheet.ts';
import { type NoticeKind, NoticePage } from './views/notice.tsx';

/** No script runs on a page, nothing is loaded from elsewhere, nobody frames it; forms go home. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function pageOf(c: Context<App>, reader: Reader | null): Page {
  const framed = framedOf(c, reader);
  return { ...framed, f: formats(framed.t, dayOf(c.var.world.now() / 1000, c.env)), k: readK(c.env) };
}

/** Reads no setting that can be wrong. */
function framedOf(c: Context<App>, reader: Reader | null): Framed {
  const language = languageOf(c);
  return {
    language,
    t: pagesMessages[language],
    company: c.env.COMPANY,
    k: null,
    reader: reader?.name ?? null,
    admin: reader?.admin ?? false,
    path: pathOf(c),
    sheet: sheetPath,
  };
}

export function answer(c: Context<App>, view: VNode, status: ContentfulStatusCode = 200): Response | Promise<Response> {
  c.header('Content-Security-Policy', POLICY);
  c.header('Vary', 'Accept-Language, Cookie', { append: true });
  return c.html(`<!doctype html>${renderToString(view)}`, status);
}

/** `to`: where the notice's one thing to do leads, if not where it always leads. */
export async function answerNotice(c: Context<App>, status: ContentfulStatusCode, kind: NoticeKind, to?: string) {
  const again = pathOf(c);
  const home = kind === 'too_many' || kind === 'unavailable' || kind === 'internal' ? again : WAY_ON[kind];
  return answer(c, <NoticePage page={framedOf(c, null)} kind={kind} to={to ?? home} />, status);
}

const WAY_ON = {
  signed_out: '/auth/sign-in',
  farewell: '/auth/sign-in',
  not_in_directory: '/auth/sign-in',
  sign_in_failed: '/auth/sign-in',
  not_found: '/',
  forbidden: '/',
  unknown_extension: '/',
} as const;

/** Where a link back to this very page leads; home where the address was for one use only. */
function pathOf(c: Context): string {
  const once = c.req.method !== 'GET' || /^\/(auth\/callback|connect)\b/.test(c.req.path);
  return once ? '/' : c.req.path;
}
