import { isDeepStrictEqual } from 'node:util';
import {
  type ConfigurationDocument,
  type ConfiguredCrm,
  configuredCrm,
} from '@/lib/desk/configuration';
import type { Settings } from '@/lib/desk/facts';
import type { KeptConfiguration } from '@/lib/desk/reads/configuration';
import { checkedConnection } from '../crm/save-crm-connection';
import { decideSettings } from '../settings/decide-settings';
import { ConfigurationPlan, saysNothingNew } from './configuration-plan';
import { planAttributes } from './plan-attributes';
import { planChannels } from './plan-channels';
import { planCannedReplies } from './plan-replies';
import { planPrioritization, planSegments } from './plan-segments';
import { planSharedViews } from './plan-views';

/**
 * What a document makes of a configuration: each thing is decided as the command for it decides,
 * in an order in which what is named is there before what names it. Throws `invalid` with every
 * problem, each at its path in the document. Pure but for the new ids.
 */
export function planConfiguration(
  kept: KeptConfiguration,
  document: ConfigurationDocument,
  newId: () => string,
): ConfigurationPlan {
  const plan = new ConfigurationPlan(kept, newId);
  planSettings(plan, document.settings ?? {});
  planAttributes(plan, document.attributes ?? []);
  planChannels(plan, document.channels ?? []);
  planSegments(plan, document.segments ?? []);
  if (document.prioritization) planPrioritization(plan, document.prioritization);
  planCannedReplies(plan, document.cannedReplies ?? []);
  planSharedViews(plan, document.sharedViews ?? []);
  if (document.crm) planCrm(plan, document.crm);
  plan.throwProblems();
  return plan;
}

function planSettings(plan: ConfigurationPlan, given: Partial<Settings>): void {
  const before = plan.settings;
  // One after the other, so that each that does not fit is told.
  for (const [field, value] of Object.entries(given)) {
    plan.settings =
      plan.at('settings', () => decideSettings(plan.settings, { [field]: value })) ?? plan.settings;
  }
  const after = plan.settings;
  if (!isDeepStrictEqual(before, after))
    plan.entries.push({ kind: 'settings.changed', body: { before, after } });
}

/** How the CRM is asked; whether it is asked stays, and a new connection is off. */
function planCrm(plan: ConfigurationPlan, given: ConfiguredCrm): void {
  const before = plan.crm;
  if (before && saysNothingNew(configuredCrm(before), given)) return;
  const connection = { ...given, enabled: before?.enabled ?? false };
  const after = plan.at('crm', () => checkedConnection(plan, connection));
  if (!after || (before && saysNothingNew(configuredCrm(before), configuredCrm(after)))) return;
  plan.crm = after;
  plan.entries.push({ kind: 'crmConnection.saved', body: { before, after } });
}
