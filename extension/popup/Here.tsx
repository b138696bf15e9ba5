// What can be rated on this page: the answers that were found, and any other team by hand.
import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Status, TeamChoice } from '../protocol.ts';
import { RateLine } from './RateLine.tsx';
import { TeamPicker } from './TeamPicker.tsx';
import { whenWritten } from './when.ts';
import type { Words } from './words.ts';

export function Here({ status, words }: { status: Status; words: Words }) {
  const { here, page, known, host, siteOff } = status;
  const found = here.length > 0;
  return (
    <section>
      <h2>{found || known || !page ? words.here : words.which}</h2>
      {siteOff && host ? <p class="muted">{words.off(host)}</p> : null}
      {!page ? <p class="muted">{words.noPage}</p> : null}
      {page && known && !found && !siteOff ? <p class="muted">{words.noneHere}</p> : null}
      <ul>
        {here.map(({ place, teamName, sentAt, state }) => (
          <RateLine
            key={`${place.conversation} ${place.team}`}
            teamName={teamName}
            aside={sentAt === null ? '' : words.answered(whenWritten(sentAt, Date.now(), words))}
            state={state}
            words={words}
            rate={(score) => ask('rate', { place, score, wait: null })}
          />
        ))}
      </ul>
      {page ? (
        <AnotherTeam key={`${page.conversation} ${status.language}`} status={status} page={page} words={words} />
      ) : null}
    </section>
  );
}

function AnotherTeam({ status, page, words }: { status: Status; page: NonNullable<Status['page']>; words: Words }) {
  const [team, setTeam] = useState<TeamChoice | null>(null);
  const { known } = status;
  return (
    <div class="another">
      <TeamPicker
        teams={status.teams}
        words={words}
        label={known ? words.another : words.which}
        placeholder={known ? words.another : words.team}
        onPick={setTeam}
      />
      {team ? (
        <ul>
          <RateLine
            key={team.id}
            teamName={team.name}
            aside=""
            state={IDLE}
            words={words}
            rate={(score) => ask('rate', { place: { ...page, team: team.id }, score, wait: null })}
            focus
          />
        </ul>
      ) : null}
      {known ? null : (
        <p class="tiny muted note">
          {words.unknownPage} {words.whatIsSent}
        </p>
      )}
    </div>
  );
}

const IDLE = { kind: 'idle' } as const;
