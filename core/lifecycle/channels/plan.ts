// Which ways a report takes, and in which order: what somebody names now, else what the office's policy lays down.
import {
  type MailServer,
  REPORT_WAYS,
  type RegistrationAuthority,
  type ReportWay,
} from '../../domain/office-policy.ts';
import type { SecretName } from '../../ports/secret-store.ts';

type Server = Pick<NonNullable<RegistrationAuthority['https']>, 'url' | 'ca'>;

export type ChannelPlan =
  | ({ readonly way: 'https'; readonly receipts: string } & Server)
  | ({
      readonly way: 'cmp';
      readonly signers?: string | undefined;
      readonly reference?: string | undefined;
    } & Server)
  | { readonly way: 'email'; readonly to: string; readonly server: MailServer }
  | { readonly way: 'package'; readonly folder: string };

type Wish<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What somebody names for this time; each part stands in place of the policy's. */
export interface ChannelWishes {
  readonly https?: Wish<NonNullable<RegistrationAuthority['https']>> | undefined;
  readonly cmp?: Wish<NonNullable<RegistrationAuthority['cmp']>> | undefined;
  readonly email?: string | undefined;
  readonly smtp?: Wish<MailServer> | undefined;
  /** Folder for package files. */
  readonly package?: string | undefined;
  /** Only these, in this order. */
  readonly order?: readonly ReportWay[] | undefined;
}

/** HTTPS first: it alone brings the authority's own word back, and carries the papers. */
const USUAL: readonly ReportWay[] = REPORT_WAYS;

export interface PlannedChannels {
  /** In the order they are tried. */
  readonly plans: readonly ChannelPlan[];
  /** Ways that were begun and lack a part, by its name in the policy. */
  readonly lacking: readonly { readonly way: ReportWay; readonly part: string }[];
}

export function planChannels(
  office: RegistrationAuthority | null,
  wishes: ChannelWishes,
): PlannedChannels {
  const named = USUAL.filter((way) => isNamed(way, wishes));
  const laidDown = office?.order ?? USUAL;
  const order = wishes.order ?? [...laidDown, ...named.filter((way) => !laidDown.includes(way))];
  const plans: ChannelPlan[] = [];
  const lacking: { way: ReportWay; part: string }[] = [];
  for (const way of new Set(order)) {
    const plan = planOf(way, office, wishes);
    if (plan === null) continue;
    if ('lacks' in plan) lacking.push({ way, part: plan.lacks });
    else plans.push(plan);
  }
  return { plans, lacking };
}

/** A folder that lies in the policy for no reason names no way: only its own part does. */
function isNamed(way: ReportWay, wishes: ChannelWishes): boolean {
  switch (way) {
    case 'https':
      return wishes.https?.url !== undefined;
    case 'cmp':
      return wishes.cmp?.url !== undefined;
    case 'email':
      return wishes.email !== undefined || wishes.smtp?.host !== undefined;
    case 'package':
      return wishes.package !== undefined;
  }
}

/** Null where neither policy nor wishes know the way. */
function planOf(
  way: ReportWay,
  office: RegistrationAuthority | null,
  wishes: ChannelWishes,
): ChannelPlan | { readonly lacks: string } | null {
  switch (way) {
    case 'https': {
      const { url, receipts, ...rest } = { ...office?.https, ...given(wishes.https) };
      if (url === undefined) return null;
      if (receipts === undefined) return { lacks: 'receipts' };
      return { ...rest, way, receipts, url: url.replace(/\/+$/, '') };
    }
    case 'cmp': {
      const { url, ...rest } = { ...office?.cmp, ...given(wishes.cmp) };
      return url === undefined ? null : { ...rest, way, url };
    }
    case 'email': {
      const to = wishes.email ?? office?.email;
      const { host, port, tls, ...rest } = { ...office?.smtp, ...given(wishes.smtp) };
      // An address alone is for letters too.
      if (host === undefined) return null;
      if (to === undefined) return { lacks: 'email' };
      if (port === undefined || tls === undefined) return { lacks: 'smtp.port' };
      return { way, to, server: { ...rest, host, port, tls } };
    }
    case 'package': {
      const { package: folder } = wishes;
      return folder === undefined ? null : { way, folder };
    }
  }
}

/** Without the members that are there and undefined: they would hide the policy's. */
function given<T extends object>(wishes: Wish<T> | undefined): Partial<T> {
  const entries = Object.entries(wishes ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}

/** Where the secret of a way lies in the keychain; null: it needs none. */
export function secretNameOf(plan: ChannelPlan): SecretName | null {
  switch (plan.way) {
    case 'https':
      return { kind: 'gateway', id: plan.url };
    case 'cmp':
      return plan.reference === undefined
        ? null
        : { kind: 'gateway', id: `${plan.reference}@${plan.url}` };
    case 'email': {
      const { user, host, port } = plan.server;
      return user === undefined ? null : { kind: 'smtp', id: `${user}@${host}:${String(port)}` };
    }
    case 'package':
      return null;
  }
}
