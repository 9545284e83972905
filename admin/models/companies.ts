import { computed, signal } from '@preact/signals';
import type { Company, CompanyOrder, CompanySummary } from '../../contract/company.ts';
import type { ContactSummary } from '../../contract/contact.ts';
import type { ResponseSummary } from '../../contract/response.ts';
import * as api from '../api.ts';
import { query } from './location.ts';
import { createResource } from './resource.ts';

const PAGE = 60;
const PEOPLE_SHOWN = 12;
const ANSWERS_SHOWN = 10;

const list = createResource<api.Page<CompanySummary> & { total: number }>();
export const companies = signal<CompanySummary[]>([]);
export const companiesError = list.error;
export const companiesTotal = computed(() => list.data.value?.total ?? null);
/** What is searched for, as the address says. */
export const sought = computed(() => query.value.get('q') ?? '');

export const ORDERS = ['people', 'least-satisfied', 'most-satisfied'] as const satisfies readonly CompanyOrder[];
/** What they are ordered by, as the address says. */
export const order = computed<CompanyOrder>(
  () => ORDERS.find((known) => known === query.value.get('order')) ?? 'people',
);

let cursor: string | null = null;
let more = false;

/** Reads the companies found. */
export async function loadCompanies(): Promise<void> {
  const q = sought.value;
  const by = order.value;
  await list.load((signal) => api.listCompanies({ q, order: by, limit: PAGE }, signal));
  const page = list.data.value;
  if (!page || q !== sought.value || by !== order.value) return;
  companies.value = page.items;
  cursor = page.next;
}

/** Reads the next page, once at a time. */
export async function loadMoreCompanies(): Promise<void> {
  if (cursor === null || more) return;
  more = true;
  const q = sought.value;
  const by = order.value;
  try {
    const page = await api.listCompanies({ q, order: by, cursor, limit: PAGE });
    if (q !== sought.value || by !== order.value) return;
    const known = new Set(companies.value.map(({ id }) => id));
    companies.value = [...companies.value, ...page.items.filter(({ id }) => !known.has(id))];
    cursor = page.next;
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    companiesError.value = error;
  } finally {
    more = false;
  }
}

/** The company whose page is open, its people and what they said last. */
export const company = createResource<Company>();
export const companyPeople = createResource<ContactSummary[]>();
export const companyAnswers = createResource<ResponseSummary[]>();

export async function loadCompany(id: string): Promise<void> {
  if (company.data.value?.id !== id) for (const part of [company, companyPeople, companyAnswers]) part.clear();
  await Promise.all([
    company.load((signal) => api.getCompany(id, signal)),
    companyPeople.load(async (signal) => (await api.listContacts({ company: id, limit: PEOPLE_SHOWN }, signal)).items),
    companyAnswers.load(
      async (signal) => (await api.listResponses({ company: id, limit: ANSWERS_SHOWN }, signal)).items,
    ),
  ]);
}

/** Reads a company for its name alone. */
export async function loadCompanyName(id: string): Promise<void> {
  if (company.data.value?.id !== id) await company.load((signal) => api.getCompany(id, signal));
}
