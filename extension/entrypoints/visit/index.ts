// The script of a visit: reader, rows and all. The loader (page.content) has it put into frames in which there is something to read.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { comeIn } from '../../page/door.ts';
import { startVisit } from '../../page/visit.ts';

export default defineUnlistedScript(() => comeIn(startVisit));
