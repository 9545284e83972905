import type { LiveMessage, ResponseMessage } from '../../contract/live.ts';
import { OUTCOMES } from '../../contract/metric.ts';
import { needsOf } from '../segments/needsOf.ts';
import { Askings } from './askings.ts';
import { AuditTrail } from './auditTrail.ts';
import { Clock, type RunJob } from './clock/clock.ts';
import { DERIVE_AFTER, type JobKind, sealBy, UNSEALED_MAX } from './clock/policy.ts';
import { noteWayBack } from './connections/noteWayBack.ts';
import { DailyQuota } from './dailyQuota.ts';
import type { DryRuns } from './dryRun.ts';
import { type Arrival, FactStream } from './factStream.ts';
import { factOfDisplay, factsOfResponse } from './factsOf.ts';
import type { Linkage } from './linkage/linkage.ts';
import { PeopleIndex } from './peopleIndex.ts';
import { presentSummary } from './presentResponse.ts';
import { AuditTable } from './tables/audit.ts';
import { BlocksTable } from './tables/blocks.ts';
import { CompaniesTable } from './tables/companies.ts';
import { ConnectionsTable } from './tables/connections.ts';
import { ConsentsTable } from './tables/consents.ts';
import { ContactIndexTable } from './tables/contactIndex.ts';
import { ContactsTable } from './tables/contacts.ts';
import type { Database } from './tables/database.ts';
import { DecisionsTable } from './tables/decisions.ts';
import { DirtyTable } from './tables/dirty.ts';
import { DISPLAY, type DisplayRecord, DisplaysTable } from './tables/displays.ts';
import { DueSurveysTable } from './tables/dueSurveys.ts';
import { ErasuresTable } from './tables/erasures.ts';
import { EventsTable } from './tables/events.ts';
import { FeedbackImportsTable } from './tables/feedbackImports.ts';
import { IdentifiersTable } from './tables/identifiers.ts';
import { ImportsTable } from './tables/imports.ts';
import { InvitationsTable } from './tables/invitations.ts';
import type { Job } from './tables/jobs.ts';
import { JobsTable } from './tables/jobs.ts';
import { JourneyTable } from './tables/journey.ts';
import { LinkTable } from './tables/link.ts';
import { MatchesTable } from './tables/matches.ts';
import { MergesTable } from './tables/merges.ts';
import { PeopleTable } from './tables/people.ts';
import { PersonalTable } from './tables/personal.ts';
import { type ResponseRecord, ResponsesTable, ROW } from './tables/responses.ts';
import { RetentionTable } from './tables/retention.ts';
import { SegmentsTable } from './tables/segments.ts';
import { SettingsTable } from './tables/settings.ts';
import { StitchedTable } from './tables/stitched.ts';
import { SuggestionsTable } from './tables/suggestions.ts';
import { SurveysTable } from './tables/surveys.ts';
import { SyncLogTable } from './tables/syncLog.ts';
import { TombstonesTable } from './tables/tombstones.ts';
import { TrackedMessagesTable } from './tables/trackedMessages.ts';
import { UnaskedTable } from './tables/unasked.ts';
import { WayBackTable } from './tables/wayBack.ts';
import { WordsTable } from './tables/words.ts';

/** What a workspace needs of the world around it. */
export interface WorldDeps {
  db: Database;
  /** Sets the object's one alarm. */
  wakeAt(time: number): void;
  /** Whether any admin is open, and a push to each of them. */
  listening(): boolean;
  broadcast(message: LiveMessage): void;
  random(length: number): Uint8Array;
  report(error: unknown, job: Job): void;
  /** What each kind of job does. */
  jobs(): Record<JobKind, RunJob>;
  /** Jobs that wait for an answer from elsewhere. */
  running: Set<string>;
}

/** One workspace: its tables, its facts and its clock, as the verbs see them. */
export class WorkspaceState {
  readonly settings: SettingsTable;
  readonly words: WordsTable;
  readonly journey: JourneyTable;
  readonly surveys: SurveysTable;
  readonly invitations: InvitationsTable;
  readonly contacts: ContactsTable;
  readonly contactIndex: ContactIndexTable;
  readonly companies: CompaniesTable;
  readonly imports: ImportsTable;
  /** Plans being made, by their import. What they imagine is kept in memory alone. */
  readonly dryRuns: DryRuns = new Map();
  /** Imports being undone: who was given back what they had, by now. Found out anew when it is lost. */
  readonly givenBack = new Map<number, Set<number>>();
  readonly events: EventsTable;
  readonly feedbackImports: FeedbackImportsTable;
  readonly trackedMessages: TrackedMessagesTable;
  readonly dueSurveys: DueSurveysTable;
  readonly tombstones: TombstonesTable;
  readonly erasures: ErasuresTable;
  readonly personal: PersonalTable;
  readonly consents: ConsentsTable;
  readonly retention: RetentionTable;
  readonly connections: ConnectionsTable;
  readonly syncLog: SyncLogTable;
  readonly wayBack: WayBackTable;
  readonly dirty: DirtyTable;
  readonly segments: SegmentsTable;
  readonly peopleTable: PeopleTable;
  readonly people: PeopleIndex;
  readonly identifiers: IdentifiersTable;
  readonly responses: ResponsesTable;
  readonly matches: MatchesTable;
  readonly merges: MergesTable;
  readonly suggestions: SuggestionsTable;
  readonly stitched: StitchedTable;
  readonly link: LinkTable;
  readonly displays: DisplaysTable;
  readonly decisions: DecisionsTable;
  readonly unasked: UnaskedTable;
  readonly auditTable: AuditTable;
  readonly audit: AuditTrail;
  readonly responseFacts: FactStream;
  readonly displayFacts: FactStream;
  readonly askings: Askings;
  readonly responseQuota: DailyQuota;
  readonly displayQuota: DailyQuota;
  readonly clock: Clock;
  readonly #deps: Pick<WorldDeps, 'listening' | 'broadcast'>;
  readonly random: (length: number) => Uint8Array;
  /** What the run that compares everybody keeps in memory, while there is one. */
  linkage: Linkage | null = null;
  /** Seqs given to the next row of each stream. */
  #nextResponse: number;
  #nextDisplay: number;
  /** Whether this instance knows that the clock will derive what follows from changed contacts. */
  #derivePlanned = false;
  /** Whether this instance knows that the clock will seal what is in the tails. */
  #sealPlanned = false;

  constructor(deps: WorldDeps) {
    const { db } = deps;
    this.settings = new SettingsTable(db);
    this.words = new WordsTable(db);
    this.journey = new JourneyTable(db);
    this.surveys = new SurveysTable(db);
    this.invitations = new InvitationsTable(db);
    this.contacts = new ContactsTable(db);
    this.contactIndex = new ContactIndexTable(db);
    this.companies = new CompaniesTable(db);
    this.imports = new ImportsTable(db);
    this.events = new EventsTable(db);
    this.feedbackImports = new FeedbackImportsTable(db);
    this.trackedMessages = new TrackedMessagesTable(db);
    this.dueSurveys = new DueSurveysTable(db);
    this.tombstones = new TombstonesTable(db, deps.random);
    this.erasures = new ErasuresTable(db);
    this.personal = new PersonalTable(db);
    this.consents = new ConsentsTable(db);
    this.retention = new RetentionTable(db);
    this.connections = new ConnectionsTable(db);
    this.syncLog = new SyncLogTable(db);
    this.wayBack = new WayBackTable(db);
    this.dirty = new DirtyTable(db);
    this.segments = new SegmentsTable(db);
    this.peopleTable = new PeopleTable(db);
    this.people = new PeopleIndex(this.peopleTable);
    this.identifiers = new IdentifiersTable(db);
    this.responses = new ResponsesTable(db);
    this.matches = new MatchesTable(db);
    this.merges = new MergesTable(db);
    this.suggestions = new SuggestionsTable(db);
    this.stitched = new StitchedTable(db);
    this.link = new LinkTable(db);
    this.displays = new DisplaysTable(db);
    this.decisions = new DecisionsTable(db);
    this.unasked = new UnaskedTable(db);
    this.auditTable = new AuditTable(db);
    this.audit = new AuditTrail(this.auditTable, deps.random);
    this.random = deps.random;
    this.#deps = deps;
    this.responseFacts = new FactStream(new BlocksTable(db, 'response'), (after) =>
      this.responses.after(after).map((record) => this.arrivalOf(record)),
    );
    this.displayFacts = new FactStream(new BlocksTable(db, 'display'), (after) =>
      this.displays.after(after).map(arrivalOfDisplay),
    );
    this.askings = new Askings(this.displayFacts);
    this.responseQuota = new DailyQuota(this.responseFacts);
    this.displayQuota = new DailyQuota(this.displayFacts);
    this.#nextResponse = this.responses.lastSeq() + 1;
    this.#nextDisplay = this.displays.lastSeq() + 1;
    this.clock = new Clock({
      jobs: new JobsTable(db),
      wakeAt: deps.wakeAt,
      report: deps.report,
      run: deps.jobs(),
      running: deps.running,
    });
  }

  takeResponseSeq(): number {
    return this.#nextResponse++;
  }

  takeDisplaySeq(): number {
    return this.#nextDisplay++;
  }

  /** Contacts (leaves) changed: what is derived from them is brought up to date by the clock. */
  touch(contacts: readonly number[], now: number): void {
    this.dirty.add(contacts);
    if (this.#derivePlanned) return;
    this.clock.plan('derive', '', now + DERIVE_AFTER);
    this.#derivePlanned = true;
  }

  /** Takes what is derived of some changed contacts as done; answers whether none are left. */
  derived(contacts: readonly number[]): boolean {
    this.dirty.remove(contacts);
    const isAll = this.dirty.isEmpty();
    if (isAll) this.#derivePlanned = false;
    return isAll;
  }

  /**
   * Something happened with contacts that is no change of theirs: an answer, a display, an event. Costs nothing unless a
   * segment asks for such things.
   */
  happened(contacts: readonly (number | null)[], now: number): void {
    const known = contacts.filter((contact) => contact !== null);
    if (known.length > 0 && this.#segmentsWatch()) this.touch([...new Set(known)], now);
  }

  #segmentsWatch(): boolean {
    const needs = needsOf(this.segments.all().map(({ rule }) => rule));
    return needs.heard || needs.displays || needs.events || needs.never || needs.consents;
  }

  /** Stores a new response with its facts. */
  addResponse(record: ResponseRecord): void {
    this.responses.insert(record);
    this.happened([record.contact], record.receivedAt);
    this.responseFacts.add(this.arrivalOf(record));
    this.responseQuota.note(record.site, (record.flags & ROW.test) !== 0, record.receivedAt);
    noteWayBack(this, record);
    this.sealWhenDue(record.receivedAt);
  }

  /** Writes what a response says now over its row and its facts. */
  reviseResponse(record: ResponseRecord): void {
    this.responses.revise(record);
    this.happened([record.contact], record.updatedAt);
    this.responseFacts.replace(record.seq, this.arrivalOf(record).facts);
    noteWayBack(this, record);
  }

  /** Writes whose a response is now over its row and its facts. */
  retieResponse(record: ResponseRecord): void {
    const before = this.#segmentsWatch() ? (this.responses.bySeq(record.seq)?.contact ?? null) : null;
    this.responses.retie(record);
    this.happened([before, record.contact], record.updatedAt);
    this.responseFacts.replace(record.seq, this.arrivalOf(record).facts);
    noteWayBack(this, record);
  }

  addDisplay(record: DisplayRecord): void {
    this.displays.insert(record);
    this.happened([record.contact], record.at);
    this.displayFacts.add(arrivalOfDisplay(record));
    this.displayQuota.note(record.site, (record.flags & DISPLAY.test) !== 0, record.at);
    this.#noteAsking(record);
    this.sealWhenDue(record.at);
  }

  /** Writes how a display ended, and whose it is, over its row and its fact. */
  changeDisplay(record: DisplayRecord): void {
    this.displays.update(record);
    this.happened([record.contact], record.updatedAt);
    this.displayFacts.replace(record.seq, [factOfDisplay(record)]);
    this.#noteAsking(record);
  }

  /** A display is nobody's again. */
  releaseDisplay(record: DisplayRecord, now: number): void {
    if (record.contact === null) return;
    const { contact } = record;
    this.changeDisplay({ ...record, contact: null, updatedAt: now });
    this.askings.forget(contact);
    if (record.outcome !== NEVER) return;
    this.unasked.remove(contact, record.seq);
    // They may have said it elsewhere too; only the first time was kept.
    const again = this.askings.of([contact], 0).find(({ outcome }) => outcome === 'never');
    if (again) this.unasked.insert({ contact, display: again.display, survey: again.survey, at: again.at });
  }

  /** Adds a history's arrivals; sealing is up to the caller. */
  addHistory(responses: readonly ResponseRecord[], displays: readonly DisplayRecord[]): void {
    this.responses.insertMany(responses);
    this.displays.insertMany(displays);
    const arrived = [...responses, ...displays];
    this.happened(
      arrived.map(({ contact }) => contact),
      arrived.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0),
    );
    for (const record of responses) this.responseFacts.add(this.arrivalOf(record));
    for (const record of displays) {
      this.displayFacts.add(arrivalOfDisplay(record));
      this.#noteAsking(record);
    }
  }

  /** Writes answers anew, all but their places, with their facts: each block once. */
  rewriteResponses(records: readonly ResponseRecord[]): void {
    for (const record of records) {
      this.responses.rewrite(record);
      noteWayBack(this, record);
    }
    this.responseFacts.replaceMany(new Map(records.map((record) => [record.seq, this.arrivalOf(record).facts])));
  }

  /** Makes displays nobody's, by seq; that they were shown stays. */
  forgetDisplays(seqs: readonly number[]): void {
    const known = this.displays.bySeqs(seqs);
    for (const { contact } of known) if (contact !== null) this.askings.forget(contact);
    this.personal.forgetDisplays(seqs);
    this.displayFacts.replaceMany(
      new Map(known.map((record) => [record.seq, [factOfDisplay({ ...record, contact: null })]])),
    );
  }

  /** Tells open admins that somebody is gone, by all ids they had. */
  tellErased(contacts: readonly string[]): void {
    this.#deps.broadcast({ type: 'contact.erased', contacts });
  }

  /** Tells open admins of a response; costs nothing when there are none. */
  tell(type: ResponseMessage['type'], record: ResponseRecord): void {
    if (!this.#deps.listening()) return;
    // Every role listens to the same words, so they are the least one's.
    const [response] = presentSummary(this, [record], true);
    if (response) this.#deps.broadcast({ type, response });
  }

  /** Tells open admins that people were joined or parted: whatever names one of them is out of date. */
  tellPeople(): void {
    if (this.#deps.listening()) this.#deps.broadcast({ type: 'people.changed' });
  }

  /** Seals both streams. */
  seal(): void {
    this.#sealPlanned = false;
    this.responseFacts.seal();
    this.displayFacts.seal();
  }

  sealWhenDue(now: number): void {
    const unsealed = this.responseFacts.unsealed + this.displayFacts.unsealed;
    if (unsealed >= UNSEALED_MAX) this.seal();
    else if (unsealed > 0 && !this.#sealPlanned) {
      this.clock.plan('seal', '', sealBy(now));
      // Only once a tail, however many rows it begins with: each further plan would cost a look-up.
      this.#sealPlanned = true;
    }
  }

  /** Somebody by proof was asked; "don't ask me again" is for good, once it is known who said it. */
  #noteAsking({ contact, seq, survey, outcome, flags, at }: DisplayRecord): void {
    if (contact === null || flags & DISPLAY.test) return;
    this.askings.forget(contact);
    if (outcome === NEVER) this.unasked.insert({ contact, display: seq, survey, at });
  }

  arrivalOfDisplay(record: DisplayRecord): Arrival {
    return arrivalOfDisplay(record);
  }

  arrivalOf(record: ResponseRecord): Arrival {
    const survey = this.surveys.byNumber(record.survey);
    const definition = survey ? this.surveys.version(survey, record.version) : null;
    return { seq: record.seq, receivedAt: record.receivedAt, facts: factsOfResponse(record, definition, this.words) };
  }
}

/** "Don't ask me again", an index in OUTCOMES. */
const NEVER = OUTCOMES.indexOf('never');

function arrivalOfDisplay(record: DisplayRecord): Arrival {
  return { seq: record.seq, receivedAt: record.at, facts: [factOfDisplay(record)] };
}
