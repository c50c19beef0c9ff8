import { common, languageNames, roleNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { dictionary, named, useTexts } from '@shared/texts';
import { accountTexts } from './accountTexts';
import { customerKindNames, kindNamesOfAccounts, relationshipNames, sizeNames, statusNames } from './codes';
import { texts } from './texts';

const own = dictionary({
  role: { fi: 'Rooli yhteistyössä', en: 'Role in the cooperation' },
  roleEnd: { fi: 'Roolin päättyminen', en: 'End of a role' },
});

/** The names of the fields that the history tells of, in the order of the form. */
export function useHistoryFields(of: 'contact' | 'account'): Record<string, string> {
  const t = useTexts(texts);
  const a = useTexts(accountTexts);
  const c = useTexts(common);
  const o = useTexts(own);
  return of === 'contact'
    ? {
        lastName: t.lastName,
        firstNames: t.firstNames,
        calledName: t.calledName,
        language: t.language,
        emails: c.email,
        phones: c.phone,
        'address.street': t.street,
        'address.postalCode': t.postalCode,
        'address.town': c.town,
        'address.country': t.country,
        status: a.status,
        ownerId: a.owner,
        affiliations: a.organisation,
        'affiliations.title': a.jobTitle,
        'affiliations.roleThere': a.roleThere,
        'affiliations.validFrom': a.from,
        'affiliations.validTo': a.lastDay,
        roles: o.role,
        'roles.endedOn': o.roleEnd,
      }
    : {
        name: c.name,
        businessId: a.businessId,
        kind: a.kind,
        relationships: a.relationships,
        customerKinds: a.customerKinds,
        industry: a.industry,
        sizeClass: a.size,
        municipality: a.municipality,
        phone: c.phone,
        website: a.website,
        parentId: a.parent,
        status: a.status,
        ownerId: a.owner,
        'addresses.street': t.street,
        'addresses.postalCode': t.postalCode,
        'addresses.town': c.town,
        'addresses.country': t.country,
        eInvoiceAddresses: a.eInvoiceAddress,
        'eInvoiceAddresses.operator': a.operator,
      };
}

/** A value of a field, as one reads it. */
export function useFieldValue() {
  const f = useFormat();
  const names: Record<string, Record<string, unknown>> = {
    status: useTexts(statusNames),
    kind: useTexts(kindNamesOfAccounts),
    relationships: useTexts(relationshipNames),
    customerKinds: useTexts(customerKindNames),
    sizeClass: useTexts(sizeNames),
    language: useTexts(languageNames),
    roles: useTexts(roleNames),
  };
  return (field: string, value: unknown, name?: string | null): string => {
    if (name) return name;
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '';
    if (Array.isArray(value)) return value.map((one) => named(names[field] ?? {}, String(one))).join(', ');
    if (/endedOn|validFrom|validTo/.test(field)) return f.date(String(value));
    return named(names[field] ?? {}, String(value));
  };
}
