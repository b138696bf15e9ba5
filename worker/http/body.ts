// Reads a request's JSON: real bytes counted, type checked, and parsed by its schema, so that handlers see only good values.
import type { Context } from 'hono';
import * as v from 'valibot';
import { BODY_MAX } from '../../shared/words.ts';
import { Trouble } from './problem.ts';

/** The body as the schema's output. Throws `not_json`, `too_large` or `malformed`, which names the field's path. */
export async function readJson<S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Trouble('not_json');
  const parsed = v.safeParse(schema, parse(await readBytes(c.req.raw)), { abortEarly: true });
  if (!parsed.success) throw malformed(parsed.issues);
  return parsed.output;
}

/**
 * The text fields of a form of our own pages. Throws `too_large`, or `malformed` where the browser sent no form.
 */
export async function readForm(c: Context): Promise<Map<string, string>> {
  const bytes = await readBytes(c.req.raw);
  const type = c.req.header('Content-Type') ?? '';
  try {
    const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
    return new Map([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  } catch {
    throw new Trouble('malformed', { detail: 'The body is not a form.' });
  }
}

/** The problem for what a schema did not accept; it names the place, never the value. */
function malformed(issues: readonly v.BaseIssue<unknown>[]): Trouble {
  const [issue] = issues;
  const field = issue && v.getDotPath(issue);
  return new Trouble('malformed', field ? { field } : {});
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw new Trouble('malformed', { detail: 'The body is not JSON.' });
  }
}

/** Stops reading at the limit: Content-Length is what the sender says, not what it sends. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > BODY_MAX) throw new Trouble('too_large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (request.body) {
    const reader = request.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength;
      if (length > BODY_MAX) {
        await reader.cancel();
        throw new Trouble('too_large');
      }
      chunks.push(part.value);
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
