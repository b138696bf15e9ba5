// What is wrong with a pasted description, in words.
import type { SitesMessages } from '../../shared/messages/sites.en.ts';
import type { Fault } from '../domain/newer-description.ts';

export function sayFault(fault: Fault, says: SitesMessages['faultSays']): string {
  switch (fault.kind) {
    case 'shape':
      return says.shape(fault.says);
    case 'speaks':
      return says.speaks(fault.body);
    case 'version':
      return says.version(fault.above);
    default:
      return says[fault.kind];
  }
}
