import { expect, it } from 'vitest';
import { stopAll } from '../stack/stop-all.ts';

it('stops everything once, the last first, also after one that fails, and says that it did', async () => {
  const stopped: string[] = [];
  const stops = ['gate', 'provider', 'worker'].map((name) => async () => {
    stopped.push(name);
    if (name === 'provider') throw new Error(`${name} would not stop`);
  });
  await expect(stopAll(stops)).rejects.toThrow('not everything could be stopped');
  expect(stopped).toEqual(['worker', 'provider', 'gate']);
  await stopAll(stops);
  expect(stopped).toHaveLength(3);
});
