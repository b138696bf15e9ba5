// The API's published description (OpenAPI 3.1), made from the table of endpoints. For the worker only.
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { PROBLEM_KINDS } from './problems.ts';
import { Problem, type ProblemCode } from './schemas.ts';

/** What any endpoint may answer. */
const EVERYWHERE: readonly ProblemCode[] = ['too_many', 'internal', 'unavailable'];
const WITH_BODY: readonly ProblemCode[] = ['malformed', 'too_large', 'not_json'];
const WITH_BEARER: readonly ProblemCode[] = ['unauthorized', 'expired'];

/** `server`: the worker's origin. */
export function describeApi(server: string) {
  const paths = Object.entries<Endpoint>(ENDPOINTS).map(([name, endpoint]) => [
    endpoint.path,
    { [endpoint.method.toLowerCase()]: operation(name, endpoint) },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Hearback', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: server }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Problem: schema(Problem) },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(operationId: string, endpoint: Endpoint) {
  return {
    operationId,
    summary: endpoint.summary,
    security: endpoint.access === 'bearer' ? [{ bearer: [] }] : [],
    ...(endpoint.query || endpoint.etag ? { parameters: parameters(endpoint) } : {}),
    ...(endpoint.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schema(endpoint.body) } } } }
      : {}),
    responses: { ...answers(endpoint), ...problems(endpoint) },
  };
}

function parameters(endpoint: Endpoint) {
  const { properties = {}, required = [] } = endpoint.query ? schema(endpoint.query) : {};
  const query = Object.entries(properties).map(([name, type]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: type,
  }));
  return endpoint.etag ? [...query, { name: 'If-None-Match', in: 'header', schema: { type: 'string' } }] : query;
}

function answers({ answer, etag }: Endpoint) {
  if (answer === 'nothing') return { 204: { description: 'Done' } };
  const content =
    answer === 'bytes' ? { 'application/octet-stream': {} } : { 'application/json': { schema: schema(answer) } };
  const headers = etag ? { headers: { ETag: { schema: { type: 'string' } } } } : {};
  return { 200: { description: 'OK', ...headers, content }, ...(etag ? { 304: { description: 'Unchanged' } } : {}) };
}

/** One answer per status, naming the codes that come with it. */
function problems(endpoint: Endpoint) {
  const codes = new Set([
    ...endpoint.problems,
    ...(endpoint.body ? WITH_BODY : []),
    ...(endpoint.access === 'bearer' ? WITH_BEARER : []),
    ...EVERYWHERE,
  ]);
  const byStatus = Map.groupBy(codes, (code) => PROBLEM_KINDS[code].status);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, ours]) => [
      status,
      { description: ours.map((code) => `\`${code}\``).join(', '), content },
    ]),
  );
}

/** What a caller sends and gets; rules that JSON Schema cannot say (each reason once) stay with the worker. */
function schema(of: GenericSchema) {
  return toJsonSchema(of, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore' });
}
