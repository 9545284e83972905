import { useSignal } from '@preact/signals';
import type { Site } from '../../../contract/workspace.ts';
import { CopyBox } from '../../components/CopyBox.tsx';
import { CopyLine } from '../../components/CopyLine.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { t } from '../../messages/translate.ts';
import { liveSurveys } from '../../models/reference.ts';
import { callsOf, PAGE_CODE, policyCode, tokenCode } from './siteCode.ts';

const PARTS = ['page', 'server', 'policy'] as const;
type Part = (typeof PARTS)[number];

const CALLS = ['track', 'show', 'placed', 'reset'] as const;

interface SiteCodeProps {
  site: Site;
}

function Page() {
  const calls = callsOf(liveSurveys.value);
  return (
    <>
      <p class="soft">{t('sites.call-identify')}</p>
      <CopyBox text={PAGE_CODE} long />
      <dl class="calls">
        {CALLS.map((call) => (
          <div key={call}>
            <dt class="soft">{t(`sites.call-${call}`)}</dt>
            <dd>
              <CopyLine text={calls[call]} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Server({ site }: SiteCodeProps) {
  return (
    <>
      <p class="soft">
        <Phrase text="sites.server-hint" with={{ kid: <code dir="ltr">{site.kid}</code> }} />
      </p>
      <CopyBox text={tokenCode(site)} long />
    </>
  );
}

function Policy() {
  return (
    <>
      <p class="soft">
        <Phrase
          text="sites.policy-hint"
          with={{ header: <code dir="ltr">Content-Security-Policy</code>, list: <code dir="ltr">trusted-types</code> }}
        />
      </p>
      <CopyBox text={policyCode(window.location.origin)} />
    </>
  );
}

/** Beyond the tag: what a page may call, how its server says who is there, and what a strict policy must allow. */
export function SiteCode({ site }: SiteCodeProps) {
  const part = useSignal<Part>('page');
  return (
    <section class="site-section site-code">
      <h2 class="title">{t('sites.calls')}</h2>
      <Tabs
        label={t('sites.calls')}
        value={part.value}
        choices={PARTS.map((value) => ({ value, text: t(`sites.part-${value}`) }))}
        onChoose={(next) => {
          part.value = next;
        }}
      >
        {part.value === 'page' ? <Page /> : part.value === 'server' ? <Server site={site} /> : <Policy />}
      </Tabs>
    </section>
  );
}
