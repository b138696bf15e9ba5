// What is said when there is nothing to show: what is, what is safe, one thing to do.
import type { ComponentChildren } from 'preact';

export function Say({ title, text, go, to, heading: Heading = 'h2', children }: SayProps) {
  return (
    <section class="say" aria-labelledby="say">
      <Heading id="say">{title}</Heading>
      {text.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {children}
      {to !== undefined && (
        <p class="acts">
          <a class="btn main" href={to}>
            {go}
          </a>
        </p>
      )}
    </section>
  );
}

export interface SayProps {
  title: string;
  text: string[];
  /** The one thing to do, and where it leads; nothing where there is nothing to do. */
  go: string;
  to: string | undefined;
  heading?: 'h1' | 'h2';
  children?: ComponentChildren;
}
