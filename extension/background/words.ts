// The few words that the background says itself.
import { popupEn } from '../../shared/messages/popup.en.ts';
import { popupVi } from '../../shared/messages/popup.vi.ts';
import { language } from './settings.ts';

export async function words(): Promise<{ badge: string }> {
  return (await language()) === 'vi' ? popupVi : popupEn;
}
