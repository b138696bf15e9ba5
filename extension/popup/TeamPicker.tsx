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
  /** Stands in the field from the start, and first in the list. */
  first?: TeamChoice | null;
  onPick: (team: TeamChoice | null) => void;
}

export function TeamPicker({ teams, words, label, placeholder, first = null, onPick }: Props) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  // What stands in the field was chosen, not typed: the list then holds all teams, that one first. By its number, for its name follows
  // the language.
  const [choice, setChoice] = useState(first?.id ?? null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const chosen = teams.find(({ id }) => id === choice);
  const query = chosen?.name ?? typed;
  const others = teams.filter(({ id }) => id !== choice);
  const matches = chosen
    ? [...search([chosen], '', words.locale), ...search(others, '', words.locale)]
    : search(teams, query, words.locale);
  const option = (index: number) => `${list}-${index}`;

  function pick(team: TeamChoice): void {
    setChoice(team.id);
    setActive(0);
    setOpen(false);
    onPick(team);
  }

  function type(text: string): void {
    setTyped(text);
    setChoice(null);
    setActive(0);
    setOpen(true);
    onPick(null);
  }

  function go(to: number): void {
    if (!open) setOpen(true);
    else setActive((to + matches.length) % Math.max(1, matches.length));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const match = matches[active];
    if (event.key === 'ArrowDown') go(active + 1);
    else if (event.key === 'ArrowUp') go(active - 1);
    else if (event.key === 'Enter' && open && match) pick(match.item);
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
      <div
        id={list}
        class="list"
        role="listbox"
        aria-label={label}
        hidden={!open || matches.length === 0}
        // Else the field would lose the focus, and the list close under the pointer before the click has come.
        onMouseDown={(event) => event.preventDefault()}
      >
        {matches.map((match, index) => (
          // The focus stays in the field, whose keys move through the list.
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={match.item.id}
            id={option(index)}
            role="option"
            aria-selected={index === active}
            ref={(element) => {
              if (open && index === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            // Not at the pointer's first touch: that may scroll, and whoever speaks or hears the page sends a click alone.
            onClick={() => pick(match.item)}
          >
            <Name match={match} />
          </div>
        ))}
      </div>
      {open && matches.length === 0 ? <p class="muted note">{words.noTeam}</p> : null}
      <span class="visually-hidden" role="status">
        {open && query !== '' && !chosen ? (matches.length === 0 ? words.noTeam : words.matches(matches.length)) : null}
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
