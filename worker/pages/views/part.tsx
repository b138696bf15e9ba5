// A section: heading, one line that says how to read it, the thing itself.
import type { ComponentChildren } from 'preact';

export function Part({ id, title, read, children }: PartProps) {
  return (
    <section class="part" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {read && <p>{read}</p>}
      </header>
      {children}
    </section>
  );
}

export interface PartProps {
  id: string;
  title: string;
  read?: string;
  children: ComponentChildren;
}
