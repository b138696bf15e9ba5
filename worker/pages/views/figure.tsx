// The one figure of a page: a share with its interval and its count, or why there is none.
import { FEW_VOICES } from '../../../shared/words.ts';
import type { Figure, Share } from '../figure.ts';
import type { Halves, LastRelease } from '../lines.ts';
import type { Page } from '../page.ts';
import type { TeamFigures } from '../team.ts';

export function TheFigure({ page, figure, of, halves, standing = null, last }: TheFigureProps) {
  const { t, f } = page;
  const release = last && <p class="small muted">{releaseLine(page, last)}</p>;
  if (figure.kind === 'waiting') return null;
  if (figure.kind === 'few') {
    return (
      <div class="figure">
        <p class="few">{t.figure.fewTitle(figure.counts.n)}</p>
        <p class="muted">{t.figure.fewText(FEW_VOICES)}</p>
        {release}
      </div>
    );
  }
  const { share, low, high, counts } = figure;
  return (
    <div class="figure">
      <p class="value">
        {f.percent(share)} <small>{t.figure.interval(f.points(low), f.points(high))}</small>
      </p>
      <p class="strong">{t.figure[of]}</p>
      <p class="muted">{t.figure.chance(f.points(low), f.points(high), counts.n)}</p>
      {halves && (
        <p class="muted">
          {t.figure.halves(said(halves.now), said(halves.before), t.figure.change[halves.change ?? 'none'])}
        </p>
      )}
      {standing && (
        <p class="muted">
          {t.figure.place(f.number(standing.places.from), f.number(standing.places.to), f.number(standing.of))}
        </p>
      )}
      {release}
    </div>
  );

  function said({ share, low, high }: Share): string {
    return `${f.percent(share)} (${t.figure.interval(f.points(low), f.points(high))})`;
  }
}

export interface TheFigureProps {
  page: Page;
  figure: Figure;
  /** Whose customers are spoken of. */
  of: 'company' | 'team';
  halves: Halves | null;
  standing?: TeamFigures['standing'];
  last: LastRelease | null;
}

/** "last release: today, 5 people" */
export function releaseLine({ t, f }: Page, { day, n, of }: LastRelease): string {
  return of === 'people' ? t.figure.lastRelease(f.recent(day), n) : t.figure.lastReleaseVoices(f.recent(day), n);
}
