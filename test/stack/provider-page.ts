// The page on which a visitor of the demo chooses who to be. It works without scripts and asks for no password.
import { type AcmePerson, COMPANY, personas, roles, teams } from './acme.ts';

const WORDS = {
  en: {
    title: `Sign in to ${COMPANY}`,
    lead: 'Choose who you are. This is the identity provider of the demo: nobody here has a password.',
    member: 'member',
    lead_: 'leads the team',
    admin: 'runs Hearback',
  },
  vi: {
    title: `Đăng nhập vào ${COMPANY}`,
    lead: 'Bạn là ai? Đây là hệ thống danh tính của bản dùng thử: không ai cần mật khẩu.',
    member: 'thành viên',
    lead_: 'trưởng nhóm',
    admin: 'quản trị Hearback',
  },
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function personaPage(action: string, acceptLanguage = ''): string {
  const language = /^vi\b/i.test(acceptLanguage) ? 'vi' : 'en';
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${CSS}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.lead}</p>
<form method="post" action="${escaped(action)}">
${personas.map((person) => choice(person, language)).join('\n')}
</form>
</main>
</body>
</html>`;
}

function choice(person: AcmePerson, language: 'en' | 'vi'): string {
  const words = WORDS[language];
  const team = teams.find((one) => one.id === person.team);
  const role = roles.find((one) => one.person === person.id)?.role;
  const does = role === 'lead' ? words.lead_ : role === 'admin' ? words.admin : words.member;
  const where = (language === 'vi' ? team?.nameVi : team?.name) ?? '';
  return `<button name="persona" value="${person.subject}">
<strong>${escaped(person.name)}</strong>
<span>${escaped(person.email)}</span>
<small>${escaped(where)} · ${does}</small>
</button>`;
}

const CSS = `
:root { color-scheme: light dark; --ink: light-dark(#1c1f22, #e9ebed); --ink-2: light-dark(#5b6167, #a6adb4);
  --line: light-dark(#e6e6e2, #2c3034); --page: light-dark(#fff, #141618); --sunken: light-dark(#f6f6f4, #1b1e21); --accent: light-dark(#0b6a62, #62c6b7); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/24px -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 480px; margin: 0 auto; padding: 64px 24px; }
h1 { margin: 0; font-size: 26px; line-height: 36px; font-weight: 600; }
p { margin: 4px 0 32px; color: var(--ink-2); }
form { border-bottom: 1px solid var(--line); }
button { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; width: 100%; padding: 12px 8px; border: 0; border-top: 1px solid var(--line);
  background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
button:hover { background: var(--sunken); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
strong { font-weight: 600; }
span { color: var(--ink-2); font-size: 13px; }
small { grid-column: 1 / -1; color: var(--ink-2); font-size: 13px; line-height: 20px; }
@media (max-width: 30rem) { main { padding: 32px 16px; } button { grid-template-columns: 1fr; } }
`;
