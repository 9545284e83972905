import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ApiError } from '../../api.ts';
import { Brand } from '../../components/Brand.tsx';
import { Icon } from '../../components/Icon.tsx';
import { LocaleSwitch } from '../../components/LocaleSwitch.tsx';
import { type PlainKey, t } from '../../messages/translate.ts';
import { navigate } from '../../models/location.ts';
import { session, signIn } from '../../models/session.ts';
import { Forest } from './Forest.tsx';
import './sign-in.css';

function reasonOf(error: ApiError): PlainKey {
  if (error.status === 0) return 'error.network';
  if (error.status === 429) return 'sign-in.slow-down';
  if (error.status === 403) return 'sign-in.no-workspace';
  return error.status < 500 ? 'sign-in.wrong' : 'error.title';
}

/** Email and password. */
export function SignIn() {
  const reason = useSignal<PlainKey | null>(null);
  const busy = useSignal(false);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const title = t('sign-in');
  const brand = t('brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  useEffect(() => {
    if (session.value) navigate('/overview', { replace: true });
    else email.current?.focus();
  }, []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const credentials = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    if (!credentials.email || !credentials.password) {
      reason.value = 'sign-in.missing';
      (credentials.email ? password : email).current?.focus();
      return;
    }
    busy.value = true;
    reason.value = null;
    try {
      await signIn(credentials);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      reason.value = reasonOf(error);
      password.current?.select();
    } finally {
      busy.value = false;
    }
  };

  return (
    <main class="gate">
      <section class="gate-form">
        <div class="brand">
          <Brand />
        </div>
        <form onSubmit={submit} noValidate>
          <div class="gate-head">
            <h1>{title}</h1>
            <p class="soft">{t('sign-in.to')}</p>
          </div>
          <div class="field">
            <label for="email">{t('sign-in.email')}</label>
            <input class="input" id="email" ref={email} type="email" dir="ltr" autoComplete="username" required />
          </div>
          <div class="field">
            <label for="password">{t('sign-in.password')}</label>
            <input
              class="input"
              id="password"
              ref={password}
              type="password"
              dir="ltr"
              autoComplete="current-password"
              required
            />
          </div>
          <div role="alert">
            {reason.value && (
              <p class="form-error">
                <Icon name="triangle-alert" />
                {t(reason.value)}
              </p>
            )}
          </div>
          <button type="submit" class="button" data-kind="primary" data-size="large" disabled={busy.value}>
            {t('sign-in')}
          </button>
        </form>
        <div class="gate-foot">
          <LocaleSwitch />
        </div>
      </section>
      <section class="gate-stone" aria-hidden="true">
        <Forest />
        <p class="gate-line">
          {t('sign-in.line-1')}
          <br />
          {t('sign-in.line-2')}
        </p>
      </section>
    </main>
  );
}
