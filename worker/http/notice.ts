// A page of one heading and one sentence, for everything that can only be told: a refusal, an error, a farewell.
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '../env.ts';

const NOTICES = {
  en: {
    title: 'This did not work',
    text: 'Please go back and try again.',
  },
  vi: {
    title: 'Chưa thực hiện được',
    text: 'Bạn hãy quay lại và thử lần nữa nhé.',
  },
};

export function notice(c: Context<App>, status: ContentfulStatusCode, _code: string): Response | Promise<Response> {
  const words = NOTICES.en;
  return c.html(
    html`<!doctype html><html lang="en"><title>${words.title}</title><h1>${words.title}</h1><p>${words.text}</p></html>`,
    status,
  );
}
