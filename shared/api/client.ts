// The typed client of the API: one call, one closed set of outcomes, nothing thrown. It is handed its `fetch` as `send`.
import * as v from 'valibot';
import { type AnswerOf, type BodyOf, ENDPOINTS, type Endpoint, type EndpointName, type QueryOf } from './endpoints.ts';
import { PROBLEM_KINDS } from './problems.ts';
import { PROBLEMS, Problem, type ProblemCode } from './schemas.ts';

/** Everything that can come of a call. */
type Outcome<T> =
  | { kind: 'ok'; value: T; etag: string | null }
  /** What the caller's `etag` names is still right. */
  | { kind: 'unchanged' }
  /** `retryAfter`: seconds to wait before the same call again, where the server says. */
  | { kind: 'problem'; code: ProblemCode; status: number; field: string | null; retryAfter: number | null }
  /** No answer: no network, no server, or none in time. */
  | { kind: 'offline' }
  /** An answer that is not this API's: a hotel's log-in page, a proxy's error, a much newer server. */
  | { kind: 'garbled'; status: number };

/** What goes with a call; each endpoint takes only its own parts. `token`: the access token. */
type With<N extends EndpointName> = Part<'body', BodyOf<N>> &
  Part<'query', QueryOf<N>> & { token?: string; etag?: string | null };
type Part<K extends string, T> = [T] extends [never] ? Record<never, never> : Record<K, T>;

export type Client = <N extends EndpointName>(name: N, what: With<N>) => Promise<Outcome<AnswerOf<N>>>;

/** The part of `fetch` that a call needs. */
export type Send = (url: string, init: Init) => Promise<Response>;
interface Init {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  credentials: 'omit';
  cache: 'no-store';
  redirect: 'error';
  referrerPolicy: 'no-referrer';
  signal: AbortSignal;
}

/** An answer that takes longer will not come; the caller tries again later. ms */
const PATIENCE = 30_000;

/** `server`: the worker's origin, without a slash at its end. */
export function createClient(server: string, send: Send): Client {
  return async (name, what) => {
    const endpoint: Endpoint = ENDPOINTS[name];
    try {
      const answer = await send(server + endpoint.path + queryOf(what), {
        method: endpoint.method,
        headers: headersOf(what),
        ...('body' in what ? { body: JSON.stringify(what.body) } : {}),
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      });
      return await read(endpoint, answer);
    } catch {
      return { kind: 'offline' };
    }
  };
}

function queryOf(what: object): string {
  return 'query' in what ? `?${new URLSearchParams({ ...Object(what.query) })}` : '';
}

function headersOf(what: { token?: string; etag?: string | null }): Record<string, string> {
  return {
    ...('body' in what ? { 'Content-Type': 'application/json' } : {}),
    ...(what.token === undefined ? {} : { Authorization: `Bearer ${what.token}` }),
    ...(what.etag ? { 'If-None-Match': what.etag } : {}),
  };
}

/** The one place where an answer becomes a value of its endpoint's type: behind the endpoint's schema. */
async function read<T>(endpoint: Endpoint, answer: Response): Promise<Outcome<T>> {
  const { status, headers } = answer;
  if (status === 304) return { kind: 'unchanged' };
  if (!answer.ok) return readProblem(answer);
  const garbled = { kind: 'garbled', status } as const;
  let value: unknown = null;
  if (endpoint.answer === 'bytes') {
    if (headers.get('Content-Type') !== 'application/octet-stream') return garbled;
    value = new Uint8Array(await answer.arrayBuffer());
  } else if (endpoint.answer !== 'nothing') {
    const parsed = v.safeParse(endpoint.answer, jsonOf(await answer.text()));
    if (!parsed.success) return garbled;
    value = parsed.output;
  } else if (status !== 204) {
    return garbled;
  }
  return { kind: 'ok', value: value as T, etag: headers.get('ETag') };
}

/** As a server says it that may know more codes than this version. */
const ProblemTold = v.object({ ...Problem.entries, code: v.string() });

async function readProblem(answer: Response): Promise<Outcome<never>> {
  const { status } = answer;
  const wait = answer.headers.get('Retry-After');
  const retryAfter = wait !== null && /^\d{1,6}$/.test(wait) ? Number(wait) : null;
  const parsed = v.safeParse(ProblemTold, jsonOf(await answer.text()));
  if (parsed.success) {
    const { code, field = null } = parsed.output;
    const known = PROBLEMS.find((one) => one === code) ?? codeOf(status);
    return { kind: 'problem', code: known, status, field, retryAfter };
  }
  // The platform's own pages: overloaded, being deployed, too many requests.
  if (status === 429) return { kind: 'problem', code: 'too_many', status, field: null, retryAfter };
  if (status >= 500) return { kind: 'problem', code: 'unavailable', status, field: null, retryAfter };
  return { kind: 'garbled', status };
}

/** What a status says by itself; one of its class where it is not among ours, as HTTP has it. */
function codeOf(status: number): ProblemCode {
  if (status >= 500) return 'unavailable';
  return PROBLEMS.find((one) => PROBLEM_KINDS[one].status === status) ?? 'malformed';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
