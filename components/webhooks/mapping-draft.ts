import { MAPPED_FIELDS, type MappedField, type PayloadMapping } from '@/lib/desk/payload-mapping';
import { parsePath } from '@/lib/desk/payload-path';

/** A mapping while it is written: an empty path is none yet. */
export type MappingDraft = {
  fields: Record<MappedField, string>;
  attributes: { id: number; attribute: string; path: string }[];
};

/** What is written before anybody has written anything. */
export function draftOf(mapping: PayloadMapping | null): MappingDraft {
  return {
    fields: {
      externalId: mapping?.externalId ?? '',
      name: mapping?.name ?? '',
      text: mapping?.text ?? '',
      messageId: mapping?.messageId ?? '',
      sentAt: mapping?.sentAt ?? '',
    },
    attributes: (mapping?.attributes ?? []).map((line, id) => ({ id, ...line })),
  };
}

/** The mapping as it is saved; lines that nobody has filled in are left out. */
export function mappingOf({ fields, attributes }: MappingDraft): PayloadMapping {
  const path = (field: MappedField) => fields[field].trim() || null;
  return {
    externalId: fields.externalId.trim(),
    name: path('name'),
    text: path('text'),
    messageId: path('messageId'),
    sentAt: path('sentAt'),
    attributes: attributes.flatMap(({ attribute, path: at }) =>
      attribute === '' && at.trim() === '' ? [] : [{ attribute, path: at.trim() }],
    ),
  };
}

/** Whether two drafts would be saved alike. */
export function isSameDraft(a: MappingDraft, b: MappingDraft): boolean {
  return JSON.stringify(mappingOf(a)) === JSON.stringify(mappingOf(b));
}

/** The draft with one more line, for an attribute to be chosen. */
export function withLine(draft: MappingDraft): MappingDraft {
  const id = Math.max(-1, ...draft.attributes.map((line) => line.id)) + 1;
  return { ...draft, attributes: [...draft.attributes, { id, attribute: '', path: '' }] };
}

const MOST_PATHS = 300;
const PLAIN_NAME = /^[^.[\]"\s]+$/;

/** The paths of all in a sample that could be a fact and has a path, in the order of the sample. */
export function pathsIn(json: unknown): string[] {
  const paths: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (paths.length >= MOST_PATHS) return;
    if (Array.isArray(value)) {
      for (const [place, one] of value.slice(0, 3).entries()) walk(one, `${path}[${place}]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) walk(one, stepTo(path, name));
    } else if (parsePath(path).ok) paths.push(path);
  };
  walk(json, '');
  return paths;
}

function stepTo(path: string, name: string): string {
  if (!PLAIN_NAME.test(name)) return `${path}["${name}"]`;
  return path === '' ? name : `${path}.${name}`;
}

/** The first line of a refusal that names a fact or a line of a mapping: where to show it. */
export function fieldOfRefusal(field: string | undefined): MappedField | number | null {
  const line = /^attributes\.(\d+)\b/.exec(field ?? '');
  if (line) return Number(line[1]);
  return MAPPED_FIELDS.find((one) => one === field) ?? null;
}
