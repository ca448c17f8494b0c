import type { AttributeWire } from '@/lib/desk/wire';
import { DeleteAttributeDialog } from './delete-attribute-dialog';
import { DisableAttributeDialog } from './disable-attribute-dialog';
import { RenameAttributeDialog } from './rename-attribute-dialog';

export type AttributeQuestion = 'rename' | 'disable' | 'delete';

/** The dialog that asks this of an attribute. */
export function AttributeDialog({
  asking,
  onDeleted,
  ...rest
}: {
  asking: AttributeQuestion;
  attribute: AttributeWire;
  onClose: () => void;
  onDeleted?: () => void;
}) {
  if (asking === 'rename') return <RenameAttributeDialog {...rest} />;
  if (asking === 'disable') return <DisableAttributeDialog {...rest} />;
  return <DeleteAttributeDialog {...rest} onDeleted={onDeleted} />;
}
