import { DurableObject } from 'cloudflare:workers';
import type { ContactCreate, ContactEdit } from '../../contract/contact.ts';
import type { LiveMessage } from '../../contract/live.ts';
import type { Stage, SurveyDefinition, Touchpoint } from '../../contract/survey.ts';
import type { SurveyDraft, SurveyDraftChecked } from '../../contract/surveyDraft.ts';
import type { Settings } from '../../contract/workspace.ts';
import type { Env } from '../env.ts';
import type { SiteActivity } from '../survey-check/context.ts';
import type { Actor } from './auditTrail.ts';
import { presentDetail } from './presentResponse.ts';
import { WorkspaceState } from './state.ts';
import { Database } from './tables/database.ts';
import { migrate } from './tables/migrate.ts';
import { answerInvitation, readInvitation, withdrawInvitation } from './verbs/answerInvitation.ts';
import { changeSurveyStatus } from './verbs/changeSurveyStatus.ts';
import { checkSurvey, draftProblems } from './verbs/checkSurvey.ts';
import { type Collected, type CollectOutcome, collectResponse } from './verbs/collectResponse.ts';
import { contactSurveys } from './verbs/contactSurveys.ts';
import { createContact, editContact, listContacts, readContact } from './verbs/contacts.ts';
import { createSurvey, duplicateSurvey } from './verbs/createSurvey.ts';
import { type Deciding, decide } from './verbs/decide.ts';
import { deleteResponse, retie, undoMatch, visible } from './verbs/decideMatch.ts';
import { deleteSurvey } from './verbs/deleteSurvey.ts';
import { deleteTests } from './verbs/deleteTests.ts';
import { identifyVisitor } from './verbs/identifyVisitor.ts';
import { type History, importHistory } from './verbs/importHistory.ts';
import { createInvitation, listInvitations, revokeInvitation } from './verbs/invitations.ts';
import { type Asked, countResponses, listResponses } from './verbs/listResponses.ts';
import { overview } from './verbs/overview.ts';
import { publishDefinition, publishSurvey } from './verbs/publishSurvey.ts';
import { type Displayed, recordDisplay } from './verbs/recordDisplay.ts';
import { resolvePending, resolveWaiting } from './verbs/resolveClaims.ts';
import { stitchVisitor } from './verbs/stitchVisitor.ts';
import { discardDraft, readDraft, saveDraft } from './verbs/surveyDraft.ts';
import { presentSurvey, type SurveyRefusal } from './verbs/surveyOutcome.ts';
import { listVersions, readVersion } from './verbs/surveyVersions.ts';
import { type TimelineKind, timeline } from './verbs/timeline.ts';

/** Says whose a live channel is; set by the worker alone. */
export const LISTENER_HEADER = 'x-touchstone-listener';

/** A verb for the audit trail. */
interface AuditEntry {
  now: number;
  actor: Actor;
  verb: string;
  subject: string;
  payload?: unknown;
}

/**
 * One workspace: a single writer over its own SQLite, so identity decisions have no races and one workspace cannot see
 * another. Its methods are what the worker may ask of it; each is one verb, and time always comes along.
 */
export class Workspace extends DurableObject<Env> {
  #state: WorkspaceState;
  readonly #db: Database;
  #alarmsSet = 0;
  readonly #outgoing: LiveMessage[] = [];
  #atLastReply = { read: 0, written: 0 };

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { storage } = ctx;
    this.#db = new Database(storage.sql);
    migrate(this.#db, Date.now(), (work) => storage.transactionSync(work));
    this.#state = this.#open();
    // Claims a crash left between their reply and their resolution.
    if (this.#state.matches.pending(1).length > 0) this.#resolveLater(Date.now());
  }

  /** The state as the rows have it. */
  #open(): WorkspaceState {
    const { ctx } = this;
    return new WorkspaceState({
      db: this.#db,
      wakeAt: (time) => {
        this.#alarmsSet++;
        void ctx.storage.setAlarm(time);
      },
      listening: () => ctx.getWebSockets().length > 0,
      broadcast: (message) => this.#outgoing.push(message),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      report: (error, job) => console.error(`job ${job.kind} failed`, error),
      jobs: () => ({
        seal: () => this.#write(() => this.#state.seal()),
        stitch: (visitor, now) => this.#write(() => stitchVisitor(this.#state, visitor, now)),
        claim: (claim, now) => this.#write(() => resolveWaiting(this.#state, claim, now)),
      }),
    });
  }

  /**
   * Carries out a verb whole or not at all. What is kept in memory (facts not sealed, seqs, words, quotas) may be ahead
   * of the rows when one fails, so it is built anew from them. Admins are told only of what was kept.
   */
  #write<T>(work: () => T): T {
    try {
      const result = this.ctx.storage.transactionSync(work);
      const told = this.#outgoing.splice(0);
      for (const message of told) this.#broadcast(message);
      return result;
    } catch (error) {
      this.#outgoing.length = 0;
      this.#state = this.#open();
      throw error;
    }
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
    const outcome = this.#write(() => collectResponse(this.#state, input));
    this.#atLastReply = this.meter();
    // After the reply: nothing the visitor can see depends on whether the person exists.
    if (outcome.ok && outcome.pending) this.#resolveLater(input.now);
    return outcome;
  }

  readInvitation(input: Parameters<typeof readInvitation>[1]) {
    return readInvitation(this.#state, input);
  }

  answerInvitation(input: Parameters<typeof answerInvitation>[1]) {
    return this.#write(() => answerInvitation(this.#state, input));
  }

  withdrawInvitation(input: Parameters<typeof withdrawInvitation>[1]) {
    return this.#write(() => withdrawInvitation(this.#state, input));
  }

  recordDisplay(input: Displayed) {
    return this.#write(() => recordDisplay(this.#state, input));
  }

  identifyVisitor(input: Parameters<typeof identifyVisitor>[1]): void {
    this.#write(() => identifyVisitor(this.#state, input));
  }

  decide(input: Deciding) {
    return this.#write(() => decide(this.#state, input));
  }

  // ---- what the admin reads

  listResponses(asked: Asked, page: { cursor?: number; limit: number }) {
    return listResponses(this.#state, asked, page);
  }

  countResponses(asked: Asked) {
    return countResponses(this.#state, asked);
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

  timeline(input: { id: string; kind: TimelineKind; cursor?: string; limit: number; masked: boolean }) {
    return timeline(this.#state, input);
  }

  contactSurveys(input: { id: string; now: number }) {
    return contactSurveys(this.#state, input);
  }

  overview(input: { from?: string; to?: string; now: number }) {
    return overview(this.#state, input);
  }

  surveys() {
    return this.#state.surveys.list().map(presentSurvey);
  }

  survey(id: string) {
    const survey = this.#state.surveys.byId(id);
    return survey ? presentSurvey(survey) : null;
  }

  readSurveyDraft(input: { id: string; sites: SiteActivity; now: number }): SurveyDraftChecked | null {
    const draft = readDraft(this.#state, input.id);
    return draft && { ...draft, problems: draftProblems(this.#state, input) };
  }

  checkSurvey(input: Parameters<typeof checkSurvey>[1]) {
    return checkSurvey(this.#state, input);
  }

  surveyVersions(id: string) {
    return listVersions(this.#state, id);
  }

  surveyVersion(input: { id: string; version: number }) {
    return readVersion(this.#state, input);
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
    return this.#write(() => retie(this.#state, input));
  }

  undoMatch(input: Parameters<typeof undoMatch>[1]) {
    return this.#write(() => undoMatch(this.#state, input));
  }

  deleteResponse(input: Parameters<typeof deleteResponse>[1]): boolean {
    return this.#write(() => deleteResponse(this.#state, input));
  }

  deleteTests(input: Parameters<typeof deleteTests>[1]) {
    return this.#write(() => deleteTests(this.#state, input));
  }

  createContact(input: { contact: ContactCreate; source: string; actor: Actor; now: number }) {
    return this.#write(() => createContact(this.#state, input));
  }

  editContact(input: { id: string; edit: ContactEdit; source: string; actor: Actor; now: number }) {
    return this.#write(() => editContact(this.#state, input));
  }

  /** Changes what is named; the rest stays as it is by then. */
  writeSettings(input: { edit: Partial<Settings>; actor: Actor; now: number }): Settings {
    return this.#write(() => {
      const before = this.#state.settings.read();
      const after = { ...before, ...input.edit };
      this.#state.settings.write(after);
      this.#record({ ...input, verb: 'settings.changed', subject: 'workspace', payload: { before, after } });
      return after;
    });
  }

  writeJourney(input: { stages: Stage[]; touchpoints: Touchpoint[]; actor: Actor; now: number }): void {
    this.#write(() => {
      this.#state.journey.write(input.stages, input.touchpoints);
      this.#record({ ...input, verb: 'journey.changed', subject: 'workspace' });
    });
  }

  /** Publishes a definition unchecked and answers all live ones, for the sites' compiled rules. */
  publishDefinition(input: { id: string; definition: SurveyDefinition; actor: Actor; now: number }) {
    this.#write(() => publishDefinition(this.#state, input));
    return this.surveys().filter(({ status }) => status === 'live');
  }

  listInvitations(input: Parameters<typeof listInvitations>[1]) {
    return listInvitations(this.#state, input);
  }

  createInvitation(input: Parameters<typeof createInvitation>[1]) {
    return this.#write(() => createInvitation(this.#state, input));
  }

  revokeInvitation(input: Parameters<typeof revokeInvitation>[1]) {
    return this.#write(() => revokeInvitation(this.#state, input));
  }

  createSurvey(input: Parameters<typeof createSurvey>[1]) {
    return this.#write(() => createSurvey(this.#state, input));
  }

  duplicateSurvey(input: Parameters<typeof duplicateSurvey>[1]) {
    return this.#write(() => duplicateSurvey(this.#state, input));
  }

  saveSurveyDraft(input: {
    id: string;
    draft: SurveyDraft;
    sites: SiteActivity;
    actor: Actor;
    now: number;
  }): { ok: true; draft: SurveyDraftChecked } | SurveyRefusal {
    return this.#write(() => {
      const outcome = saveDraft(this.#state, input);
      if (!outcome.ok) return outcome;
      return { ok: true, draft: { ...outcome.draft, problems: draftProblems(this.#state, input) } };
    });
  }

  discardSurveyDraft(input: Parameters<typeof discardDraft>[1]) {
    return this.#write(() => discardDraft(this.#state, input));
  }

  publishSurvey(input: Parameters<typeof publishSurvey>[1]) {
    return this.#write(() => publishSurvey(this.#state, input));
  }

  changeSurveyStatus(input: Parameters<typeof changeSurveyStatus>[1]) {
    return this.#write(() => changeSurveyStatus(this.#state, input));
  }

  deleteSurvey(input: Parameters<typeof deleteSurvey>[1]) {
    return this.#write(() => deleteSurvey(this.#state, input));
  }

  importHistory(input: { history: History; actor: Actor; now: number }) {
    return this.#write(() => {
      const added = importHistory(this.#state, input.history, input.now);
      this.#record({ ...input, verb: 'history.imported', subject: 'workspace', payload: added });
      return added;
    });
  }

  /** Records a verb that was carried out elsewhere, in the directory. */
  audit(entry: AuditEntry): void {
    this.#write(() => this.#record(entry));
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

  /** Upgrades to the live channel. Sockets hibernate: an idle admin costs nothing. The worker names who listens. */
  override fetch(request: Request): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [request.headers.get(LISTENER_HEADER) ?? '']);
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Ends what somebody listens to, when they sign out. */
  closeLive(listener: string): void {
    for (const socket of this.ctx.getWebSockets(listener)) socket.close(4001, 'signed out');
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

  #record({ now, ...entry }: AuditEntry): void {
    this.#state.audit.record({ ...entry, at: now });
  }

  #resolveLater(now: number): void {
    setTimeout(() => {
      try {
        this.#write(() => resolvePending(this.#state, now));
      } catch (error) {
        // They stay pending, and are tried again with the next claim or the next waking.
        console.error('claims could not be resolved', error);
      }
    }, 0);
  }
}
