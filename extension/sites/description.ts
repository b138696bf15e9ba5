// What a site description may say stands in shared/: the worker checks newer ones that an administrator publishes.
export type * from '../../shared/sites/description.ts';
