// What can be wrong with the reading of a site: all that a health report says beside the site and the description's version.

export const HEALTH_FIELDS = [
  /** The address names a conversation, and nothing on the page holds one. */
  'root',
  /** Messages are there, and no conversation has an id. */
  'conversation',
  /** A conversation is there, and no message. */
  'message',
  // Messages are there, and on none of them can this be read:
  'id',
  'author',
  'recipients',
  'body',
  'name',
  'time',
  /** Who reads is not said. */
  'self',
  /** Nor is the queue, project or list. */
  'queue',
  /** The site answers, and with nothing that the description asks for. */
  'answer',
  /** Bodies are there, and the style rule that should announce them fits none. */
  'anchor',
  /** A newer description has a selector that this browser does not know. */
  'selector',
  /** A newer description finds nothing where the one that came with the extension does. */
  'fallback',
] as const;
export type HealthField = (typeof HEALTH_FIELDS)[number];
