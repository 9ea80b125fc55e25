import type { Node, Route, Template } from '../api/types';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useFocusOnSubmit } from '../ui/useFocusOnSubmit';
import { Loaded } from '../ui/Waiting';
import { RouteFields } from './RouteFields';
import { useRouteForm, useUsualLead } from './useRouteForm';
import { useTemplates } from './useRouting';

interface Props {
  file: Node;
  onClose: () => void;
  onStarted: (route: Route) => void;
}

/** Sends a case file on its way by a template. */
export function StartRouteDialog(props: Props) {
  const templates = useTemplates();
  const lead = useUsualLead(props.file);
  return (
    <Dialog title="Start a route" onClose={props.onClose} big>
      <Loaded query={templates}>
        {(found) =>
          lead.isLoading ? <></> : <Form {...props} templates={found} lead={lead.data} />
        }
      </Loaded>
    </Dialog>
  );
}

function Form(props: Props & { templates: Template[]; lead?: { name: string; label: string } }) {
  const { form, tried, action, change } = useRouteForm(
    props.file,
    props.templates,
    props.lead,
    props.onStarted,
  );
  const box = useFocusOnSubmit();
  return (
    <form
      ref={box}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        action.run();
      }}
    >
      {action.problem && <ProblemAlert problem={action.problem} />}
      <RouteFields templates={props.templates} form={form} tried={tried} onChange={change} />
      <div className="actions">
        <button type="submit" className="usa-button" disabled={action.busy}>
          {action.busy ? 'Starting…' : 'Start the route'}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
