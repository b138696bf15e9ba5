// A measured figure beside its floor or peer and its budget, and the table that prints many of them.

type Unit = 'kB gzip' | 'MB' | 'ms' | 'rows' | 'px' | 'requests' | 'bytes';

export interface Figure {
  what: string;
  value: number;
  unit: Unit;
  /** The floor or peer, measured in the same run and in the same unit. */
  beside?: { what: string; value: number };
  /** The most that the value, or its ratio to what stands beside it, may be. */
  budget?: { most: number; of: 'value' | 'ratio' };
  /** Over budget, it ends `--gate` with 1. Never a figure in milliseconds: those depend on the machine. */
  gate: boolean;
}

export interface Section {
  title: string;
  figures: readonly Figure[];
}

export const ratio = ({ value, beside }: Figure) => (beside ? value / beside.value : null);

/** True where there is a budget and the figure keeps it, false where it does not. */
export function keeps(figure: Figure): boolean | null {
  const { budget, value } = figure;
  if (!budget) return null;
  const measured = budget.of === 'value' ? value : ratio(figure);
  return measured !== null && measured <= budget.most;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Three digits are enough to compare by. */
const digits = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2 });

function cells(figure: Figure): string[] {
  const { what, value, unit, beside, budget, gate } = figure;
  const times = ratio(figure);
  const kept = keeps(figure);
  return [
    what,
    `${digits(value)} ${unit}`,
    beside ? `${digits(beside.value)} ${beside.what}` : '',
    times === null || !Number.isFinite(times) ? '' : `${digits(times)}x`,
    budget ? `${budget.most}${budget.of === 'ratio' ? 'x' : ` ${unit}`}` : '',
    kept === null ? '' : kept ? 'ok' : gate ? 'OVER' : 'over',
  ];
}

/** The sections as plain text, columns aligned. */
export function table(sections: readonly Section[]): string {
  const head = ['', 'measured', 'beside it', 'ratio', 'budget', ''];
  const rows = sections.map(({ figures }) => figures.map(cells));
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.flat().map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return sections.flatMap(({ title }, index) => [title, line(head), ...(rows[index] ?? []).map(line), '']).join('\n');
}
