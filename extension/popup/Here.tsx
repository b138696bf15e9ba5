// What can be rated on this page: the answers that were found, and any other team by hand.
import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Status } from '../protocol.ts';
import { RateLine } from './RateLine.tsx';
import { TakeBack, useTakeBack } from './TakeBack.tsx';
import { TeamPicker } from './TeamPicker.tsx';
import { Wish } from './Wish.tsx';
import { whenWritten } from './when.ts';
import type { Words } from './words.ts';

export function Here({ status, words }: { status: Status; words: Words }) {
  const { here, page, known, host, siteOff, others } = status;
  const { heading, said, takeBack } = useTakeBack(words);
  const found = here.length > 0;
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {found || known || !page ? words.here : words.which}
      </h2>
      {siteOff && host ? <p class="muted">{words.off(host)}</p> : null}
      {!page ? <p class="muted">{words.noPage}</p> : null}
      {page && known && !found && !siteOff ? <p class="muted">{words.noneHere}</p> : null}
      <ul>
        {here.map(({ place, rated, teamName, sentAt, state }) => (
          <RateLine
            key={`${place.conversation} ${place.team}`}
            teamName={teamName}
            aside={sentAt === null ? '' : words.answered(whenWritten(sentAt, Date.now(), words))}
            state={state}
            words={words}
            rate={(score) => ask('rate', { place, score, wait: null })}
          >
            <TakeBack teamName={teamName} state={state} words={words} onTake={() => takeBack({ rated, teamName })} />
          </RateLine>
        ))}
      </ul>
      {said}
      {page && others !== null ? <p class="tiny muted">{words.anonymous(others)}</p> : null}
      {page ? <AnotherTeam key={page.conversation} status={status} page={page} words={words} /> : null}
    </section>
  );
}

function AnotherTeam({ status, page, words }: { status: Status; page: NonNullable<Status['page']>; words: Words }) {
  const before = status.elsewhere?.before ?? null;
  // By its number, for its name follows the language.
  const [choice, setChoice] = useState(before?.team.id ?? null);
  const team = status.teams.find(({ id }) => id === choice);
  // Where it was offered, not picked: the focus stays where it is.
  const [picked, setPicked] = useState(false);
  const { known } = status;
  const isBefore = choice !== null && choice === before?.team.id;
  return (
    <div class="another">
      <TeamPicker
        teams={status.teams}
        words={words}
        label={known ? words.another : words.which}
        placeholder={known ? words.another : words.team}
        first={before?.team ?? null}
        onPick={(chosen) => {
          setChoice(chosen?.id ?? null);
          setPicked(chosen !== null);
        }}
      />
      {team ? (
        <ul>
          <RateLine
            key={team.id}
            teamName={team.name}
            aside={isBefore && !picked ? words.asBefore : ''}
            state={isBefore ? before.state : IDLE}
            words={words}
            rate={(score) => ask('rate', { place: { ...page, team: team.id }, score, wait: null })}
            focus={picked}
          />
        </ul>
      ) : null}
      {known ? null : (
        <p class="tiny muted note">
          {words.unknownPage} {words.whatIsSent}
        </p>
      )}
      {status.elsewhere?.wish ? <Wish wish={status.elsewhere.wish} words={words} /> : null}
    </div>
  );
}

const IDLE = { kind: 'idle' } as const;
