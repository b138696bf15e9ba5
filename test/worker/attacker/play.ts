// Plays a history against the real store and jobs, with the truth kept beside it and the attacker reading along.
import { dayOf, latestTick, nextTick } from '../../../worker/domain/clock.ts';
import type { TickStatements } from '../../../worker/jobs/tick.ts';
import type { Intake } from '../../../worker/store/ratings.ts';
import { Company, conversation, DAY } from '../privacy/company.ts';
import { failingAt } from '../privacy/faults.ts';
import { Attacker, must } from './attacker.ts';
import type { Action, History, Week } from './history.ts';
import { name, type Pool, type Sent, Truth } from './truth.ts';

/** What a test may vary of the statements. */
export interface Statements {
  intake: Intake;
  tick: TickStatements;
}

interface OnItsWay extends Sent {
  /** The week in which it arrives. */
  week: number;
}

export interface Played {
  releases: number;
  ratings: number;
  /** Teams that show for how many voices the wait is known, and fewer than k are missing. */
  fewMissing: number;
}

/** Throws a Violation where the promise breaks. Tells what it saw. */
export async function play(history: History, sql: Statements): Promise<Played> {
  const company = await Company.found({ K: '3' }, '2026-07-15T03:00:00Z');
  company.sql = sql;
  await openPairs(company);
  const truth = new Truth(history.homes);
  const attacker = new Attacker(company, truth);
  const network = new Network();
  await company.work();
  for (const [number, week] of history.weeks.entries()) {
    for (const action of week.actions) act(action, company, truth, network, number);
    company.wait(DAY);
    await deliver(network.arriving(number), company, truth, attacker, week);
    await attacker.followRows();
    company.now = nextTick(company.now, company.env) * 1000 + 60_000;
    if (week.missed) continue;
    await strike(company, truth, attacker, week);
    company.wait(DAY);
  }
  await attacker.recompute();
  attacker.compareViews(3);
  return {
    releases: attacker.atoms.length,
    fewMissing: attacker.fewMissing(3),
    ratings: truth.ratings.filter((one) => one.state === 'released' || one.state === 'cut').length,
  };
}

/** Two pairs have pools of their own from the start; later quarters decide for themselves. */
async function openPairs({ env }: Company): Promise<void> {
  await env.DB.exec('INSERT INTO pool(team, customer, shard) VALUES(4, 6, 0), (5, 6, 1)');
}

/** Events on their way: late, out of order, more than once. */
class Network {
  readonly said: Sent[] = [];
  private readonly waiting: OnItsWay[] = [];
  private revs = 0;

  send(sent: Sent, week: number, again: number | null): void {
    this.said.push(sent);
    this.waiting.push({ ...sent, week });
    if (again !== null) this.waiting.push({ ...sent, week: week + again });
  }

  arriving(week: number): Sent[] {
    return this.waiting.filter((one) => one.week === week);
  }

  /** Unique in a history: milliseconds that the device's clock adds. */
  next(): number {
    return ++this.revs;
  }
}

function act(action: Action, company: Company, truth: Truth, network: Network, week: number): void {
  if (action.kind === 'mover') {
    truth.homes[action.person] = action.team;
    return;
  }
  const { score, facets, travel } = action;
  const before = action.kind === 'again' ? network.said[action.which % Math.max(1, network.said.length)] : undefined;
  if (action.kind === 'again' && !before) return;
  const serial = network.next();
  const person = action.kind === 'rate' ? action.person : (before?.person ?? 0);
  const topic = action.kind === 'rate' ? `c${serial}` : (before?.conversation ?? '');
  const team = action.kind === 'rate' ? action.team : (before?.event.team ?? 0);
  const event = company.event({ team, conversation: topic, score, rev: company.now + serial + travel.ahead });
  const sent = { person, conversation: conversation(topic), event: { ...event, ...(score === null ? {} : facets) } };
  network.send({ ...sent, conversation: topic }, week + travel.delay, travel.again);
}

/** Each person sends what has arrived in one request. */
async function deliver(
  arriving: Sent[],
  company: Company,
  truth: Truth,
  attacker: Attacker,
  week: Week,
): Promise<void> {
  const { epoch, grace } = await attacker.learnKeys();
  const open = await openPools(company);
  for (const [person, sent] of Map.groupBy(arriving, (one) => one.person)) {
    company.wait(1000);
    const asker = company.person(person, truth.homes[person]);
    const results = await company.send(
      asker,
      sent.map((one) => one.event),
      company.with({ K: String(week.k) }),
    );
    const keyed = sent.map((one) => ({ ...one, conversation: conversation(one.conversation) }));
    const wanted = truth.receive(keyed, {
      now: company.now,
      day: company.today(),
      epoch,
      k: week.k,
      grace,
      isOpen: (pool) => open.has(name(pool)),
    });
    const got = results.map((one) => (one.result === 'rejected' ? one.code : one.result));
    must(JSON.stringify(got) === JSON.stringify(wanted), 'an answer is wrong', got, wanted);
  }
}

/** The work of a tick, interrupted and repeated; then everything published is read. */
async function strike(company: Company, truth: Truth, attacker: Attacker, week: Week): Promise<void> {
  const k = String(week.k);
  const tick = latestTick(company.now, company.env);
  const day = dayOf(tick, company.env);
  const before = await attacker.learnKeys();
  const open = await openPools(company);
  await attacker.noteFacets();
  if (week.crash) {
    const { nth, when } = week.crash;
    const failing = company.with({ K: k, DB: failingAt(company.env.DB, nth, when) });
    await company.work(failing).catch((error: unknown) => {
      if (!(error instanceof Error && error.message === 'the worker died')) throw error;
    });
  }
  await Promise.all(Array.from({ length: week.jobs }, () => company.work(company.with({ K: k }))));
  await company.work(company.with({ K: k }));
  await attacker.readReleases(tick, truth.release(week.k));
  await attacker.readFacets(tick, week.k);
  await attacker.readSeries(tick);
  truth.move(day, (pool) => open.has(name(pool)));
  const after = await attacker.learnKeys();
  if (after.epoch > before.epoch) {
    truth.closeQuarter();
  } else if (before.grace && !after.grace) truth.endGrace(after.epoch);
  await attacker.readPending();
  await attacker.followRows();
}

async function openPools(company: Company): Promise<Set<string>> {
  const pools = await company.rows<Pool>('SELECT team, customer FROM pool WHERE open = 1');
  return new Set(pools.map(name));
}
