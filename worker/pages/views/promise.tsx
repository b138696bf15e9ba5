// What we promise: what is sent, stored and shown, and what is not protected.
import type { PromiseText } from '../../../shared/messages/promise.en.ts';
import type { Page } from '../page.ts';
import { Frame } from './frame.tsx';
import { Part } from './part.tsx';

export function PromisePage({ page, text }: { page: Page; text: PromiseText }) {
  return (
    <Frame page={page} title={text.title} current="promise">
      <header class="head">
        <h1>{text.title}</h1>
        <p class="opening">{text.lead}</p>
      </header>
      {text.sections.map(({ title, lead, points }, i) => (
        <Part key={title} id={`part-${i + 1}`} title={title} read={lead}>
          <dl class="points">
            {points.map(({ term, text: says }) => (
              <div key={term}>
                <dt class="strong">{term}</dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </Part>
      ))}
    </Frame>
  );
}
