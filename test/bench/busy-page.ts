// A page as busy as a large webmail: 8,000 rows, of which some change in every frame while messages arrive now and then.
// The messages stand in the structure of Gmail's, so that a finder for Gmail has its work to do.

// What comes in has a pane of its own, as in webmail: it pushes no list along, and 120 frames take the two to three seconds that
// they take on a page somebody can work with.
const ROWS = 8000;
const FRAMES = 120;
/** Changes per frame: attributes and classes of rows, and elements put in. */
const CHANGES = 20;
const INSERTS = 5;
const MESSAGES = 6;

/** A row of a list, with the names (classes and attributes) that a webmail's carries: a query has to walk through all of them. */
const namedRow = (row: number) =>
  `<div class="row zA yO" role="row" id=":${row}" jscontroller="ZdOxDb" jsaction="c:x" data-row="${row}" aria-labelledby=":${row}a" draggable="true" tabindex="-1"><span class="yP bA4 y2 Zt" email="sender${row % 90}@acme.test" name="Sender ${row % 90}" data-hovercard-id="x" data-thread-id="${row}" data-legacy-thread-id="${row}" aria-label="x" title="x">Sender ${row % 90}: subject ${row}</span></div>`;

/**
 * The same without. No page that people work with is like this, but many a benchmark: where so few names are in use, Chromium
 * (156) knows from a filter of them that a query finds nothing, and answers in a few microseconds without a walk.
 */
const plainRow = (row: number) =>
  `<div class="row" data-row="${row}"><span class="y2">Sender ${row % 90}: subject ${row}</span></div>`;

interface Busy {
  /** Whether messages come. */
  arriving?: boolean;
  named?: boolean;
}

/** The page asks for nothing from anywhere. `run()` on it resolves when the busy frames are over. */
export const busyPage = ({ arriving = true, named = true }: Busy = {}) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Inbox - an@acme.test - Acme Mail</title>
<style>body { font: 13px sans-serif } .row { height: 20px; overflow: hidden; } .hot { background: #ffd } #feed { height: 120px; overflow: auto }</style></head>
<body>
<div role="main" style="min-height: 400px">
  <h2 class="hP" data-thread-perm-id="thread-f:1780000000000000001" data-legacy-thread-id="18b3d5a1c0de0001">Scanner on floor 3</h2>
  <div role="list" id="messages">${message(0, 'it-help@acme.test', 'an@acme.test')}</div>
</div>
<div id="feed"></div>
<div id="rows">${Array.from({ length: ROWS }, (_, row) => (named ? namedRow : plainRow)(row)).join('')}</div>
<script>
const messages = ${JSON.stringify(Array.from({ length: MESSAGES }, (_, at) => message(at + 1, 'it-help@acme.test', 'an@acme.test')))};
const rows = document.querySelectorAll('#rows .row'), feed = document.getElementById('feed'), list = document.getElementById('messages');
// Each change is a task of its own, as when a page draws what its server tells it bit by bit. No microtasks.
const tasks = [], channel = new MessageChannel();
channel.port1.onmessage = () => tasks.shift()();
const later = (task) => { tasks.push(task); channel.port2.postMessage(0); };
function frame(number) {
  for (let change = 0; change < ${CHANGES}; change += 1) {
    const row = rows[(number * 67 + change * 397) % rows.length];
    row.setAttribute('data-seen', number);
    row.classList.toggle('hot');
  }
  for (let insert = 0; insert < ${INSERTS}; insert += 1) later(() => {
    const line = document.createElement('div');
    line.className = 'line';
    line.append(document.createElement('b'), 'event ' + number);
    feed.append(line);
  });
  if (feed.childElementCount > 200) feed.replaceChildren();
  if (${arriving} && number % ${FRAMES / MESSAGES} === 10) later(() => {
    const holder = document.createElement('template');
    holder.innerHTML = messages[Math.floor(number / ${FRAMES / MESSAGES})];
    list.append(holder.content);
  });
}
function run() {
  return new Promise((done) => {
    let number = 0;
    requestAnimationFrame(function next() {
      frame(number);
      number += 1;
      if (number < ${FRAMES}) requestAnimationFrame(next);
      else setTimeout(done, 300);
    });
  });
}
</script>
</body></html>`;

/** One open message as Gmail draws it. */
export function message(number: number, from: string, to: string): string {
  const decimal = 1780000000000000001n + BigInt(number);
  return `<div role="listitem" class="h7"><div class="adn ads" data-message-id="#msg-f:${decimal}" data-legacy-message-id="${decimal.toString(16)}"><div class="gs">
<div class="gE iv gt"><table><tbody><tr><td class="gF"><h3><span class="qu"><span class="gD" email="${from}" name="${from}" data-hovercard-id="${from}">${from}</span></span></h3></td>
<td class="gH acX bAm"><span class="g3" title="Nov 1${number}, 2026, 9:00 AM">9:00 AM</span></td></tr><tr><td><div class="iw ajw"><span class="hb">to <span email="${to}" name="me" class="g2">me</span></span></div></td></tr></tbody></table></div>
<div class="ii gt"><div class="a3s aiL"><p>Message ${number}: the scanner sends again.</p></div></div></div></div></div>`;
}
