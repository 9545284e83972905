import type { ConnectedSystem } from '../../../contract/connected.ts';
import { Field } from '../../components/Field.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';

/** What each must be allowed, in that system's own words: `test` of its connector tries all of it that can be tried. */
const SCOPES: Record<ConnectedSystem, string> = {
  hubspot: [
    'crm.objects.contacts.read',
    'crm.objects.contacts.write',
    'crm.objects.companies.read',
    'crm.schemas.contacts.read',
    'crm.schemas.companies.read',
  ].join(', '),
  salesforce: 'api',
};

interface CredentialFieldsProps {
  system: ConnectedSystem;
  /** They may be left empty, and stay as they are. */
  optional?: boolean;
  wrong: string | undefined;
}

interface SecretProps {
  name: string;
  label: string;
  hint: string;
  required: boolean;
  error: string | undefined;
}

function Secret({ name, label, hint, required, error }: SecretProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => (
        <input
          class="input"
          type="password"
          name={name}
          required={required}
          minLength={8}
          maxLength={500}
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          {...tied}
        />
      )}
    </Field>
  );
}

/** What a system lets us in by. It is written only, never shown again. */
export function CredentialFields({ system, optional = false, wrong }: CredentialFieldsProps) {
  const required = !optional;
  if (system === 'hubspot') {
    const needed = t('connection.token-hint', { scopes: SCOPES.hubspot });
    const hint = optional ? `${t('connection.unchanged')}. ${needed}` : needed;
    return <Secret name="token" label={t('connection.token')} hint={hint} required={required} error={wrong} />;
  }
  const needed = t('connection.salesforce-hint', { scopes: SCOPES.salesforce });
  return (
    <>
      <Secret
        name="consumerKey"
        label={t('connection.consumer-key')}
        hint={optional ? `${t('connection.unchanged')}. ${needed}` : needed}
        required={required}
        error={wrong}
      />
      <Secret
        name="consumerSecret"
        label={t('connection.consumer-secret')}
        hint={t('connection.kept-sealed')}
        required={required}
        error={undefined}
      />
    </>
  );
}

/** Reads HubSpot's out of a form; nothing where it was left empty. */
export function readToken(form: FormData): { token: string } | undefined {
  const token = formText(form, 'token');
  return token === '' ? undefined : { token };
}

/** Reads Salesforce's. */
export function readConsumer(form: FormData): { consumerKey: string; consumerSecret: string } | undefined {
  const [consumerKey, consumerSecret] = [formText(form, 'consumerKey'), formText(form, 'consumerSecret')];
  return consumerKey === '' || consumerSecret === '' ? undefined : { consumerKey, consumerSecret };
}
