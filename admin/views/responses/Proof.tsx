import type { ComponentChildren } from 'preact';
import type { Evidence, Match } from '../../../contract/response.ts';
import { Phrase } from '../../components/Phrase.tsx';
import { formatDateTime } from '../../format/date.ts';
import { systemName } from '../../format/system.ts';
import { t } from '../../messages/translate.ts';

function Code({ children }: { children: ComponentChildren }) {
  return (
    <code>
      <bdi dir="ltr">{children}</bdi>
    </code>
  );
}

function identifierText(evidence: Extract<Evidence, { kind: 'identifier' }>) {
  const value = <Code>{evidence.value}</Code>;
  if (evidence.identifier === 'visitor') return <>{t('why.visitor-id')}</>;
  if (evidence.identifier === 'external') {
    const system = <bdi>{evidence.system === undefined ? '–' : systemName(evidence.system)}</bdi>;
    return <Phrase text={evidence.added ? 'why.external-added' : 'why.external'} with={{ value, system }} />;
  }
  const kind = evidence.identifier;
  return <Phrase text={evidence.added ? `why.${kind}-added` : `why.${kind}`} with={{ value }} />;
}

function sentence(evidence: Evidence) {
  if (evidence.kind === 'token') {
    const kid = <Code>{evidence.kid}</Code>;
    if (evidence.late) return <Phrase text="why.token-late" with={{ kid }} />;
    return <Phrase text="why.token" with={{ kid, until: formatDateTime(evidence.expiresAt) }} />;
  }
  if (evidence.kind === 'identifier') return identifierText(evidence);
  if (evidence.kind === 'claim')
    return <Phrase text={`why.claim-${evidence.field}`} with={{ value: <Code>{evidence.value}</Code> }} />;
  if (evidence.kind === 'visitor') return <Phrase text="why.visitor" with={{ n: evidence.earlier }} />;
  if (evidence.kind === 'link') return <Phrase text="why.link" with={{ at: formatDateTime(evidence.madeAt) }} />;
  if (evidence.kind === 'hand') return <Phrase text="why.by-hand" with={{ by: <bdi>{evidence.by}</bdi> }} />;
  if (evidence.kind === 'import') {
    const named = { system: systemName(evidence.system), file: <bdi>{evidence.file}</bdi> };
    return <Phrase text="why.import" with={named} />;
  }
  return <Phrase text="why.created" with={{}} />;
}

/** What a claim or a browser leads to stays unproven, however well it agrees. */
const UNPROVEN: readonly Match['method'][] = ['claim', 'visitor', 'import', 'none'];

/** Whether it is proven; else it was said or merely seen. */
function isProof(evidence: Evidence, method: Match['method']): boolean {
  if (UNPROVEN.includes(method)) return false;
  if (evidence.kind === 'token') return !evidence.late;
  if (evidence.kind === 'link') return true;
  if (evidence.kind === 'identifier') return evidence.identifier === 'external' || evidence.identifier === 'email';
  return evidence.kind === 'hand';
}

interface ProofProps {
  match: Match;
}

/** What a match rests on, one sentence each: a solid dot is proof, a hollow one a claim or a coincidence. */
export function Proof({ match: { evidence, method } }: ProofProps) {
  return (
    <ol class="proof">
      {evidence.map((item) => (
        <li key={JSON.stringify(item)}>
          <svg
            class="proof-mark"
            viewBox="0 0 16 16"
            aria-hidden="true"
            data-said={isProof(item, method) ? undefined : ''}
          >
            <circle cx="8" cy="8" r={isProof(item, method) ? 3.4 : 3} />
          </svg>
          <p>{sentence(item)}</p>
        </li>
      ))}
    </ol>
  );
}
