// "Which team answered?": for the one message on this tab whose author the directory does not know.
import { ask } from '../ask.ts';
import type { Status } from '../protocol.ts';
import { TeamPicker } from './TeamPicker.tsx';
import type { Words } from './words.ts';

interface Props {
  unknown: NonNullable<Status['unknown']>;
  status: Status;
  words: Words;
  onChange: () => void;
}

export function Answerer({ unknown: { at, name }, status, words, onChange }: Props) {
  const question = words.whoseAnswer(name);
  async function answer(team: number | null): Promise<void> {
    await ask('answerer', { unknown: at, team });
    onChange();
  }
  return (
    <section>
      <h2>{question}</h2>
      <TeamPicker
        teams={status.teams}
        words={words}
        label={question}
        placeholder={words.team}
        onPick={(team) => team && void answer(team.id)}
      />
      <p class="line tiny note">
        <span class="grow muted">{words.whoseAnswerWhy}</span>
        <button class="link" type="button" onClick={() => answer(null)}>
          {words.noneOfThese}
        </button>
      </p>
    </section>
  );
}
