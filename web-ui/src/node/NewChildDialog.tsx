import * as api from '../api/calls';
import type { Node, Properties } from '../api/types';
import { isBlank } from '../model/schema';
import { NewNodeDialog } from './NewNodeDialog';
import { useNodeChanged } from './useNode';

/** Makes something new inside a node, by a form drawn from the model. */
export function NewChildDialog(props: {
  parent: Node;
  type: string;
  title: string;
  /** The item's name, from what was typed. */
  nameFrom: (properties: Properties) => string;
  onClose: () => void;
}) {
  const { parent, type } = props;
  const changed = useNodeChanged();
  return (
    <NewNodeDialog
      title={props.title}
      type={type}
      draft={`new:${type}:${parent.id}`}
      submit="Save"
      busy="Saving…"
      make={async (values) => {
        const filled = Object.fromEntries(
          Object.entries(values).filter(([, value]) => !isBlank(value)),
        ) as Properties;
        const name = props.nameFrom(filled).trim();
        if (name === '') {
          return 'A name is needed: a last name, or an organization.';
        }
        changed(await api.nodes.create(parent.id, type, name, filled));
        props.onClose();
        return undefined;
      }}
      onClose={props.onClose}
    />
  );
}
