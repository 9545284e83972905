import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Bones } from '../components/Bones.tsx';
import { loadArea } from '../messages/translate.ts';
import { path } from '../models/location.ts';
import { NotFound } from './NotFound.tsx';

type View = ComponentType<{ id: string }>;

interface Route {
  pattern: RegExp;
  /** Fetched when first shown, so that a screen costs only itself. */
  load: () => Promise<View>;
}

const ROUTES: Route[] = [
  { pattern: /^\/(overview)?$/, load: async () => (await import('./overview/Overview.tsx')).Overview },
  { pattern: /^\/responses$/, load: async () => (await import('./responses/Responses.tsx')).Responses },
  {
    pattern: /^\/people$/,
    load: async () => {
      const [{ People }] = await Promise.all([import('./people/People.tsx'), loadArea('segments')]);
      return People;
    },
  },
  {
    pattern: /^\/people\/(?<id>[^/]+)$/,
    load: async () => {
      const texts = [loadArea('segments'), loadArea('identity'), loadArea('privacy')];
      const [{ Person }] = await Promise.all([import('./people/Person.tsx'), ...texts]);
      return Person;
    },
  },
  {
    pattern: /^\/duplicates$/,
    load: async () => {
      const texts = [loadArea('identity'), loadArea('segments')];
      const [{ Duplicates }] = await Promise.all([import('./people/duplicates/Duplicates.tsx'), ...texts]);
      return Duplicates;
    },
  },
  {
    pattern: /^\/segments$/,
    load: async () => {
      const [{ SegmentList }] = await Promise.all([import('./segments/SegmentList.tsx'), loadArea('segments')]);
      return SegmentList;
    },
  },
  {
    pattern: /^\/segments\/(?<id>[^/]+)$/,
    load: async () => {
      const texts = [loadArea('segments'), loadArea('surveys')];
      const [{ SegmentPage }] = await Promise.all([import('./segments/SegmentPage.tsx'), ...texts]);
      return SegmentPage;
    },
  },
  {
    pattern: /^\/companies$/,
    load: async () => {
      const [{ Companies }] = await Promise.all([import('./companies/Companies.tsx'), loadArea('segments')]);
      return Companies;
    },
  },
  {
    pattern: /^\/companies\/(?<id>[^/]+)$/,
    load: async () => {
      const [{ CompanyPage }] = await Promise.all([import('./companies/CompanyPage.tsx'), loadArea('segments')]);
      return CompanyPage;
    },
  },
  {
    pattern: /^\/coverage$/,
    load: async () => {
      const [{ CoverageView }] = await Promise.all([import('./coverage/CoverageView.tsx'), loadArea('segments')]);
      return CoverageView;
    },
  },
  {
    pattern: /^\/surveys$/,
    load: async () => {
      const [{ Surveys }] = await Promise.all([import('./surveys/Surveys.tsx'), loadArea('surveys')]);
      return Surveys;
    },
  },
  {
    pattern: /^\/surveys\/(?<id>[^/]+)$/,
    load: async () => {
      const [{ Builder }] = await Promise.all([import('./surveys/Builder.tsx'), loadArea('surveys')]);
      return Builder;
    },
  },
  {
    pattern: /^\/imports$/,
    load: async () => {
      const [{ Imports }] = await Promise.all([
        import('./imports/Imports.tsx'),
        loadArea('imports'),
        loadArea('feedback'),
      ]);
      return Imports;
    },
  },
  {
    pattern: /^\/imports\/(?<id>[^/]+)$/,
    load: async () => {
      const texts = [loadArea('imports'), loadArea('identity'), loadArea('segments')];
      const [{ ImportView }] = await Promise.all([import('./imports/ImportView.tsx'), ...texts]);
      return ImportView;
    },
  },
  {
    pattern: /^\/privacy$/,
    load: async () => {
      const [{ Privacy }] = await Promise.all([import('./privacy/Privacy.tsx'), loadArea('privacy')]);
      return Privacy;
    },
  },
  {
    pattern: /^\/erasures\/(?<id>[^/]+)$/,
    load: async () => {
      const [{ Certificate }] = await Promise.all([import('./privacy/Certificate.tsx'), loadArea('privacy')]);
      return Certificate;
    },
  },
  {
    pattern: /^\/audit$/,
    load: async () => {
      const [{ Audit }] = await Promise.all([import('./privacy/Audit.tsx'), loadArea('privacy')]);
      return Audit;
    },
  },
  { pattern: /^\/sites$/, load: async () => (await import('./sites/Sites.tsx')).Sites },
  {
    pattern: /^\/connections$/,
    load: async () => {
      const [{ Connections }] = await Promise.all([import('./connections/Connections.tsx'), loadArea('connections')]);
      return Connections;
    },
  },
  {
    pattern: /^\/keys$/,
    load: async () => {
      const [{ Keys }] = await Promise.all([import('./keys/Keys.tsx'), loadArea('keys')]);
      return Keys;
    },
  },
  { pattern: /^\/settings$/, load: async () => (await import('./settings/SettingsView.tsx')).SettingsView },
  { pattern: /^\/sign-in$/, load: async () => (await import('./sign-in/SignIn.tsx')).SignIn },
];

const loaded = signal<ReadonlyMap<Route, View>>(new Map());

/** What the address names in a route; null when it is no text in UTF-8. */
function idOf(route: Route | undefined): string | null {
  const encoded = route?.pattern.exec(path.value)?.groups?.['id'] ?? '';
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** The view the address names. */
export function Screen() {
  const route = ROUTES.find(({ pattern }) => pattern.test(path.value));
  const id = idOf(route);
  const view = route && loaded.value.get(route);
  useEffect(() => {
    if (!route || loaded.value.has(route)) return;
    void route.load().then((fetched) => {
      loaded.value = new Map(loaded.value).set(route, fetched);
    });
  }, [route]);
  if (!route || id === null) return <NotFound />;
  if (!view) return <Bones />;
  const View = view;
  return <View key={path.value} id={id} />;
}
