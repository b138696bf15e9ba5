// The script of a visit: reader, rows and all. The loader (page.content) has it put into frames in which there is something to read.
// What `defineUnlistedScript` would return, without the bytes of it.
import { comeIn } from '../../page/door.ts';
import { startVisit } from '../../page/visit.ts';

export default { main: () => comeIn(startVisit) };
