// Types of the plain JavaScript beside it, which the set-up runs before anything is installed.
export function findChromium(): string | null;
export function findFirefox(): string | null;
export function needChromium(): string | null;
export function needFirefox(): string | null;
