/** A team of the demo company; its people are users of the demo catalog. */
export interface DemoTeam {
  title: string;
  users: readonly string[];
}

/** As in `packages/backend/demo/organization.yaml`. */
export const TEAMS = {
  booking: {
    title: 'Booking',
    users: ['adaeze.brandt', 'joren.mattis', 'priya.hollund'],
  },
  'accounts-billing': {
    title: 'Accounts and Billing',
    users: ['kenji.aldous', 'leila.farrow', 'emil.castellan'],
  },
  'depot-systems': {
    title: 'Depot Systems',
    users: ['marek.dolan', 'sunniva.hale', 'yara.pinnock'],
  },
  'last-mile': {
    title: 'Last Mile',
    users: ['tomas.lindeval', 'nadia.sorrel'],
  },
  'platform-security': {
    title: 'Platform and Security',
    users: ['rosa.whitmere', 'hugo.bergdal', 'ines.varley'],
  },
} satisfies Record<string, DemoTeam>;

export type DemoTeamName = keyof typeof TEAMS;

/** Whoever signs in to the demo as a guest. */
export const GUEST_REF = 'user:development/guest';

export function userRef(name: string): string {
  return `user:default/${name}`;
}

/** The team that a user belongs to, or that a group is. */
export function teamRefOf(ownerRef: string): string | undefined {
  const team = Object.entries(TEAMS).find(([, { users }]) =>
    (users as readonly string[]).some(user => userRef(user) === ownerRef),
  );
  if (team) {
    return `group:default/${team[0]}`;
  }
  return ownerRef.startsWith('group:') ? ownerRef : undefined;
}

/** Places, customers and countries that the texts draw from. */
export const DEPOTS = [
  'Alderbrook',
  'Kestrel Park',
  'Millhaven',
  'Northgate',
  'Sandvik Quay',
  'Eskholm',
  'Torsby Lane',
] as const;

export const REGIONS = [
  'the north',
  'the south',
  'the capital region',
  'the border region',
  'the lake district',
] as const;

export const MERCHANTS = [
  'Tindra Outdoor',
  'Quillfern Books',
  'Pelham & Rook',
  'Havbris Coffee',
  'Oddny Ceramics',
  'Lumen Lighting',
  'Fjellgear',
  'Marlow Garden',
] as const;

export const COUNTRIES = [
  'Norway',
  'Switzerland',
  'the United Kingdom',
  'Iceland',
  'Turkey',
] as const;

/** The demo company's own addresses end in `.example`, which nobody can own. */
export const DOCUMENTS_URL = 'https://docs.osterby.example';
