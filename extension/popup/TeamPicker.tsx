// Picks a team by typing a part of its name: a combobox with a list, after the ARIA authoring practices.
import { useId, useRef, useState } from 'preact/hooks';
import type { TeamChoice } from '../protocol.ts';
import { type Match, search } from './search.ts';
import type { Words } from './words.ts';

interface Props {
  teams: readonly TeamChoice[];
  words: Words;
  label: string;
  placeholder: string;
  onPick: (team: TeamChoice | null) => void;
}

export function TeamPicker({ teams, words, label, placeholder, onPick }: Props) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const matches = search(teams, query, words.locale);
  const option = (index: number) => `${list}-${index}`;

  function pick(team: TeamChoice): void {
    setQuery(team.name);
    setOpen(false);
    onPick(team);
  }

  function type(text: string): void {
    setQuery(text);
    setActive(0);
    setOpen(true);
    onPick(null);
  }

  function go(to: number): void {
    if (!open) setOpen(true);
    else setActive((to + matches.length) % Math.max(1, matches.length));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = matches[active];
    if (event.key === 'ArrowDown') go(active + 1);
    else if (event.key === 'ArrowUp') go(active - 1);
    else if (event.key === 'Enter' && open && chosen) pick(chosen.item);
    else if (event.key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
  }

  return (
    <div class="combo">
      <input
        ref={input}
        class="field"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && matches.length > 0 ? option(active) : undefined}
        placeholder={placeholder}
        value={query}
        onInput={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div id={list} class="list" role="listbox" aria-label={label} hidden={!open || matches.length === 0}>
        {matches.map((match, index) => (
          // The focus stays in the field, whose keys move through the list.
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={match.item.id}
            id={option(index)}
            role="option"
            aria-selected={index === active}
            ref={(element) => {
              if (open && index === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            // Before the field loses the focus, which would close the list under the pointer.
            onPointerDown={(event) => {
              event.preventDefault();
              pick(match.item);
            }}
          >
            <Name match={match} />
          </div>
        ))}
      </div>
      {open && matches.length === 0 ? <p class="muted note">{words.noTeam}</p> : null}
      <span class="hidden" role="status">
        {open && query !== '' ? (matches.length === 0 ? words.noTeam : words.matches(matches.length)) : null}
      </span>
    </div>
  );
}

function Name({ match: { item, from, to } }: { match: Match<TeamChoice> }) {
  return (
    <span>
      {item.name.slice(0, from)}
      <mark>{item.name.slice(from, to)}</mark>
      {item.name.slice(to)}
    </span>
  );
}
