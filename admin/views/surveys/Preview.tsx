import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SurveyDefinition } from '../../../contract/survey.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { Segments } from '../../components/Segments.tsx';
import { languageName } from '../../format/language.ts';
import { type PlainKey, t } from '../../messages/translate.ts';
import {
  previewClosed,
  previewIn,
  previewLocale,
  previewRun,
  previewScheme,
  previewWidth,
  restartPreview,
} from '../../models/survey-preview.ts';
import type { PreviewMessage, PreviewReply } from '../../preview/message.ts';
import './preview.css';

interface PreviewProps {
  survey: SurveyDefinition;
}

/** Narrower, the element takes itself for one on a phone. */
const DESKTOP = 560;
const PHONE = 375;
const PAUSE = 150;

function Sign({ icon, name }: { icon: IconName; name: PlainKey }) {
  return (
    <>
      <Icon name={icon} size="small" />
      <span class="visually-hidden">{t(name)}</span>
    </>
  );
}

function Controls({ survey }: PreviewProps) {
  return (
    <div class="preview-controls">
      <h2 class="title">{t('builder.preview')}</h2>
      <span class="push" />
      {survey.locales.length > 1 && (
        <select
          class="input"
          aria-label={t('builder.preview-language')}
          onChange={(event) => previewIn(event.currentTarget.value)}
        >
          {survey.locales.map((locale) => (
            <option key={locale} value={locale} lang={locale} selected={locale === previewLocale.value}>
              {languageName(locale)}
            </option>
          ))}
        </select>
      )}
      <Segments
        label={t('builder.preview-scheme')}
        value={previewScheme.value}
        choices={[
          { value: 'light', text: <Sign icon="sun" name="scheme.light" /> },
          { value: 'dark', text: <Sign icon="moon" name="scheme.dark" /> },
        ]}
        onChoose={(scheme) => {
          previewScheme.value = scheme;
        }}
      />
      <Segments
        label={t('builder.preview-width')}
        value={previewWidth.value}
        choices={[
          { value: 'phone', text: <Sign icon="smartphone" name="device.phone" /> },
          { value: 'desktop', text: <Sign icon="monitor" name="device.desktop" /> },
        ]}
        onChoose={(width) => {
          previewWidth.value = width;
        }}
      />
      <button
        type="button"
        class="button"
        data-kind={previewClosed.value ? undefined : 'quiet'}
        data-shape="square"
        aria-label={t('builder.preview-restart')}
        title={t('builder.preview-restart')}
        onClick={restartPreview}
      >
        <Icon name="rotate-cw" />
      </button>
    </div>
  );
}

/** The survey as visitors see it: the element itself, in a document of its own. */
export function Preview({ survey }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const isReady = useSignal(false);
  const room = useSignal({ width: DESKTOP, height: DESKTOP });
  const message: PreviewMessage = {
    kind: 'show',
    definition: survey,
    locale: previewLocale.value,
    scheme: previewScheme.value,
    run: previewRun.value,
  };
  useEffect(() => {
    const hear = ({ data, source, origin }: MessageEvent<PreviewReply>) => {
      if (origin !== window.location.origin || source !== frame.current?.contentWindow) return;
      if (data.kind === 'ready') isReady.value = true;
      if (data.kind === 'closed') previewClosed.value = true;
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => {
      room.value = { width: element.clientWidth, height: element.clientHeight };
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  const { locale, scheme, run } = message;
  useEffect(() => {
    if (!isReady.value) return;
    const timer = setTimeout(() => {
      previewClosed.value = false;
      frame.current?.contentWindow?.postMessage(message, window.location.origin);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [isReady.value, survey, locale, scheme, run]);

  const { width, height } = room.value;
  const wide = previewWidth.value === 'phone' ? PHONE : Math.max(DESKTOP, width);
  const scale = Math.min(1, width / wide);
  return (
    <aside class="builder-preview" aria-label={t('builder.preview')}>
      <Controls survey={survey} />
      <div class="preview-stage" ref={stage}>
        <iframe
          ref={frame}
          class="preview-frame"
          src="/preview"
          title={t('builder.preview')}
          data-phone={previewWidth.value === 'phone' ? '' : undefined}
          style={{
            '--width': `${wide}px`,
            '--height': `${height / scale}px`,
            '--scale': `${scale}`,
          }}
        />
      </div>
    </aside>
  );
}
