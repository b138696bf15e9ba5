export { createMemory } from '../../extension/page/memory.ts';
