import { DurableObject } from 'cloudflare:workers';
import type { ContactCreate, ContactEdit } from '../../contract/contact.ts';
import type { LiveMessage } from '../../contract/live.ts';
import type { Stage, SurveyDefinition, Touchpoint } from '../../contract/survey.ts';
import type { Settings } from '../../contract/workspace.ts';
import type { Env } from '../env.ts';
import type { Actor } from './auditTrail.ts';
import { WorkspaceState } from './state.ts';
import { Database } from './tables/database.ts';
import { migrate } from './tables/migrate.ts';
import { type Collected, type CollectOutcome, collectResponse } from './verbs/collectResponse.ts';
import { createContact, editContact, listContacts, readContact } from './verbs/contacts.ts';
import { deleteResponse, retie, undoMatch, visible } from './verbs/decideMatch.ts';
import { identifyVisitor } from './verbs/identifyVisitor.ts';
import { type History, importHistory } from './verbs/importHistory.ts';
import { countResponses, listResponses } from './verbs/listResponses.ts';
import { overview } from './verbs/overview.ts';
import { presentDetail } from './verbs/presentResponse.ts';
import { type Displayed, recordDisplay } from './verbs/recordDisplay.ts';
import { resolveClaims } from './verbs/resolveClaims.ts';
import type { ResponseQuery } from './verbs/responseFilter.ts';
import { stitchVisitor } from './verbs/stitchVisitor.ts';
import { type TimelineKind, timeline } from './verbs/timeline.ts';

/** Claims resolved in one go after a reply. */
const CLAIMS_AT_ONCE = 100;

/**
 * One workspace: a single writer over its own SQLite, so identity decisions have no races and one workspace cannot see
 * another. Its methods are what the worker may ask of it; each is one verb, and time always comes along.
 */
export class Workspace extends DurableObject<Env> {
  readonly #state: WorkspaceState;
  readonly #db: Database;
  #alarmsSet = 0;
  #atLastReply = { read: 0, written: 0 };

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { storage } = ctx;
    this.#db = new Database(storage.sql);
    migrate(this.#db, Date.now(), (work) => storage.transactionSync(work));
    this.#state = new WorkspaceState({
      db: this.#db,
      wakeAt: (time) => {
        this.#alarmsSet++;
        void storage.setAlarm(time);
      },
      listening: () => ctx.getWebSockets().length > 0,
      broadcast: (message) => this.#broadcast(message),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      report: (error, job) => console.error(`job ${job.kind} failed`, error),
      jobs: (state) => ({
        stitch: (visitor, now) => stitchVisitor(state, visitor, now),
        claim: (claim, now) => resolveClaims(state, state.matches.waitingFor(claim), now),
      }),
    });
    // Claims a crash left between their reply and their resolution.
    if (this.#state.matches.pending(1).length > 0) this.#resolvePending(Date.now());
  }

  override alarm(): void {
    this.#state.clock.ring(Date.now());
  }

  /** Does the clock's work as of `now`, without waiting for the alarm. */
  runClock(now: number): void {
    this.#state.clock.ring(now);
  }

  // ---- what visitors send

  collectResponse(input: Collected): CollectOutcome {
    const outcome = collectResponse(this.#state, input);
    this.#atLastReply = this.meter();
    // After the reply: nothing the visitor can see depends on whether the person exists.
    if (outcome.ok && outcome.pending) setTimeout(() => this.#resolvePending(input.now), 0);
    return outcome;
  }

  recordDisplay(input: Displayed) {
    return recordDisplay(this.#state, input);
  }

  identifyVisitor(input: Parameters<typeof identifyVisitor>[1]): void {
    identifyVisitor(this.#state, input);
  }

  // ---- what the admin reads

  listResponses(query: ResponseQuery, page: { cursor?: number; limit: number }) {
    return listResponses(this.#state, query, page);
  }

  countResponses(query: ResponseQuery) {
    return countResponses(this.#state, query);
  }

  readResponse(input: { id: string; masked: boolean }) {
    const record = visible(this.#state, input.id);
    return record ? presentDetail(this.#state, record, input.masked) : null;
  }

  listContacts(input: Parameters<typeof listContacts>[1]) {
    return listContacts(this.#state, input);
  }

  readContact(input: { id: string; masked: boolean }) {
    return readContact(this.#state, input);
  }

  timeline(input: { id: string; kind: TimelineKind; cursor?: number; limit: number; masked: boolean }) {
    return timeline(this.#state, input);
  }

  overview(input: { from?: string; to?: string; now: number }) {
    return overview(this.#state, input);
  }

  surveys() {
    return this.#state.surveys.list().map(({ number, ...survey }) => survey);
  }

  stages() {
    return this.#state.journey.stages();
  }

  touchpoints() {
    return this.#state.journey.touchpoints().map(({ number, ...touchpoint }) => touchpoint);
  }

  settings(): Settings {
    return this.#state.settings.read();
  }

  auditList(input: { before?: number; limit: number }) {
    const entries = this.#state.auditTable.list(input.before ?? Number.MAX_SAFE_INTEGER, input.limit + 1);
    const shown = entries.slice(0, input.limit);
    return {
      items: shown.map(({ seq, at, ...entry }) => ({ ...entry, id: String(seq), at: new Date(at).toISOString() })),
      next: entries.length > shown.length ? String(shown.at(-1)?.seq) : null,
    };
  }

  // ---- what the admin does

  retieResponse(input: Parameters<typeof retie>[1]) {
    return retie(this.#state, input);
  }

  undoMatch(input: Parameters<typeof undoMatch>[1]) {
    return undoMatch(this.#state, input);
  }

  deleteResponse(input: Parameters<typeof deleteResponse>[1]): boolean {
    return deleteResponse(this.#state, input);
  }

  createContact(input: { contact: ContactCreate; source: string; actor: Actor; now: number }) {
    return createContact(this.#state, input);
  }

  editContact(input: { id: string; edit: ContactEdit; source: string; actor: Actor; now: number }) {
    return editContact(this.#state, input);
  }

  writeSettings(input: { settings: Settings; actor: Actor; now: number }): Settings {
    const before = this.#state.settings.read();
    this.#state.settings.write(input.settings);
    this.audit({
      ...input,
      verb: 'settings.changed',
      subject: 'workspace',
      payload: { before, after: input.settings },
    });
    return input.settings;
  }

  writeJourney(input: { stages: Stage[]; touchpoints: Touchpoint[]; actor: Actor; now: number }): void {
    this.#state.journey.write(input.stages, input.touchpoints);
    this.audit({ ...input, verb: 'journey.changed', subject: 'workspace' });
  }

  /** Publishes a survey and answers all live ones, for the sites' compiled rules. */
  publishSurvey(input: { id: string; definition: SurveyDefinition; actor: Actor; now: number }) {
    const version = this.#state.surveys.publish(input.id, input.definition, input.now);
    this.audit({ ...input, verb: 'survey.published', subject: `survey:${input.id}`, payload: { version } });
    return this.surveys().filter(({ status }) => status === 'live');
  }

  importHistory(input: { history: History; actor: Actor; now: number }) {
    const added = importHistory(this.#state, input.history, input.now);
    this.audit({ ...input, verb: 'history.imported', subject: 'workspace', payload: added });
    return added;
  }

  /** Records a verb that was carried out elsewhere, in the directory. */
  audit(entry: { now: number; actor: Actor; verb: string; subject: string; payload?: unknown }): void {
    this.#state.audit.record({ ...entry, at: entry.now });
  }

  // ---- proofs

  /** Rows read and written since the object woke up, alarms set included: the bill. */
  meter(): { read: number; written: number } {
    return { read: this.#db.rows.read, written: this.#db.rows.written + this.#alarmsSet };
  }

  /** The meter as it stood when the last response was acknowledged, before anything was done after the reply. */
  meterAtLastReply(): { read: number; written: number } {
    return this.#atLastReply;
  }

  /** How many rows of both streams wait to be sealed. */
  unsealed(): number {
    return this.#state.responseFacts.unsealed + this.#state.displayFacts.unsealed;
  }

  /** The sealed blocks of both streams, without their contents. */
  blocks() {
    return { responses: this.#state.responseFacts.sealed(), displays: this.#state.displayFacts.sealed() };
  }

  /** Whether sealed and unsealed facts equal those of a recount from rows, and the audit chain holds. */
  verify(): { factsEqualRows: boolean; responses: number; displays: number; auditVerifies: boolean } {
    const responses = this.#state.responses.after(0, 10_000_000);
    const displays = this.#state.displays.after(0, 10_000_000);
    const fromRows = [
      ...responses.flatMap((record) => this.#state.arrivalOf(record).facts),
      ...displays.flatMap((record) => this.#state.arrivalOfDisplay(record).facts),
    ];
    const kept = [...this.#state.responseFacts.everything(), ...this.#state.displayFacts.everything()];
    return {
      factsEqualRows: JSON.stringify(fromRows) === JSON.stringify(kept),
      responses: responses.length,
      displays: displays.length,
      auditVerifies: this.#state.audit.verifies(),
    };
  }

  // ---- live

  /** Upgrades to the live channel. Sockets hibernate: an idle admin costs nothing. */
  override fetch(): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(): void {
    // The channel only speaks; what it hears is ignored.
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }

  #broadcast(message: LiveMessage): void {
    const text = JSON.stringify(message);
    for (const socket of this.ctx.getWebSockets()) socket.send(text);
  }

  #resolvePending(now: number): void {
    resolveClaims(this.#state, this.#state.matches.pending(CLAIMS_AT_ONCE), now);
  }
}
