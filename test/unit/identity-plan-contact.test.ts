import { describe, expect, it } from 'vitest';
import { type Incoming, planContact } from '../../worker/identity/planContact.ts';

const zofia = { contact: 4, name: 'Zofia Nowak', systems: ['hubspot'] };
const marek = { contact: 6, name: 'Marek Nowak', systems: ['hubspot'] };

function plan(record: Partial<Incoming>) {
  return planContact({
    name: 'Zofia Nowak',
    ids: [],
    email: null,
    newSystems: [],
    hasIdentifier: true,
    erased: false,
    ...record,
  });
}

describe('an incoming record', () => {
  it('of somebody unknown makes a contact', () => {
    expect(plan({})).toEqual({ verdict: 'create', withoutEmail: false, suggest: [] });
    expect(plan({ hasIdentifier: false })).toMatchObject({ verdict: 'create' });
    expect(plan({ name: '' })).toMatchObject({ verdict: 'create' });
  });

  it('with neither a name nor a usable identifier is refused', () => {
    expect(plan({ name: '', hasIdentifier: false })).toEqual({ verdict: 'refuse', why: 'nothing-usable' });
  });

  it('of somebody erased is refused, whoever else it points at', () => {
    expect(plan({ erased: true, ids: [zofia], email: marek })).toEqual({ verdict: 'refuse', why: 'erased' });
  });

  it('is whoever has its external id, by whatever name', () => {
    expect(plan({ ids: [zofia], name: 'Zofia Kowalska' })).toEqual({
      verdict: 'update',
      contact: 4,
      by: 'external',
      suggest: [],
    });
  });

  it.each(['Zofia Nowak', 'Nowak, ZOFIA', 'Z. Nowak', ''])('named %j is whoever has its email', (name) => {
    expect(plan({ email: zofia, name, newSystems: ['salesforce'] })).toEqual({
      verdict: 'update',
      contact: 4,
      by: 'email',
      suggest: [],
    });
  });

  it('with the email of somebody called otherwise is a person of its own, suggested', () => {
    expect(plan({ email: marek })).toEqual({ verdict: 'create', withoutEmail: true, suggest: [6] });
  });

  it('that is the second of one system is merged as a leaf, so that it can be parted again', () => {
    expect(plan({ email: zofia, newSystems: ['hubspot'] })).toEqual({
      verdict: 'merge',
      into: 4,
      by: 'email',
      absorb: [],
      asLeaf: true,
      suggest: [],
    });
  });

  it('whose id and email point at two people with compatible names joins them', () => {
    const other = { contact: 9, name: 'Z. Nowak', systems: [] };
    expect(plan({ ids: [zofia], email: other })).toMatchObject({
      verdict: 'merge',
      into: 4,
      absorb: [9],
      asLeaf: false,
    });
  });

  it('whose id and email point at two people called otherwise updates the first and suggests the second', () => {
    expect(plan({ ids: [zofia], email: marek })).toEqual({
      verdict: 'update',
      contact: 4,
      by: 'external',
      suggest: [6],
    });
    // The record's own name decides as well as the name of who was found.
    const nameless = { contact: 8, name: '', systems: [] };
    expect(plan({ ids: [nameless], email: marek })).toMatchObject({ verdict: 'update', contact: 8, suggest: [6] });
  });

  it('with ids of two systems that point at two people called the same joins them once', () => {
    const other = { contact: 9, name: 'Nowak Zofia', systems: ['salesforce'] };
    expect(plan({ ids: [zofia, other], email: other })).toMatchObject({ verdict: 'merge', into: 4, absorb: [9] });
  });
});
