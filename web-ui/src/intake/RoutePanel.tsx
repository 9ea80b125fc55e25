import { Link } from 'react-router';
import type { Filing, Node, Route, Template } from '../api/types';
import { useNode } from '../node/useNode';
import { RouteFields } from '../routing/RouteFields';
import { useRouteForm, useUsualLead } from '../routing/useRouteForm';
import { useRoutes, useTemplates } from '../routing/useRouting';
import { ProblemAlert } from '../ui/Alert';
import { useShortcuts } from '../ui/shortcuts';
import { useFocusOnSubmit } from '../ui/useFocusOnSubmit';
import { Loaded } from '../ui/Waiting';

interface Props {
  filing: Filing;
  onStarted: (route: Route) => void;
  /** Goes on without a route. */
  onSkip: () => void;
}

/** After a letter has been filed: who answers it? The usual is proposed, and Enter sends it on its way. */
export function RoutePanel(props: Props) {
  const file = useNode(props.filing.caseFile.id);
  const routes = useRoutes(props.filing.caseFile.id);
  const templates = useTemplates();
  const lead = useUsualLead(file.data);
  return (
    <Loaded query={file} lines={5}>
      {(node) => (
        <Loaded query={routes} lines={5}>
          {(all) => {
            const running = all.find((route) => route.state === 'running');
            return running ? (
              <UnderWay route={running} {...props} />
            ) : (
              <Loaded query={templates} lines={5}>
                {(found) =>
                  lead.isLoading ? (
                    <></>
                  ) : (
                    <Proposal {...props} file={node} templates={found} lead={lead.data} />
                  )
                }
              </Loaded>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Proposal(
  props: Props & { file: Node; templates: Template[]; lead?: { name: string; label: string } },
) {
  const { file, onSkip } = props;
  const { form, tried, action, change } = useRouteForm(
    file,
    props.templates,
    props.lead,
    props.onStarted,
  );
  const box = useFocusOnSubmit();
  useShortcuts({ escape: onSkip, 'ctrl+enter': () => action.run() });
  return (
    <form
      ref={box}
      className="filing"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        action.run();
      }}
    >
      <div className="filing-fields">
        <h2>Who answers it?</h2>
        <p className="muted">
          <Link to={`/case-files/${file.id}`}>{file.title}</Link> can go on its way at once.
        </p>
        {action.problem && <ProblemAlert problem={action.problem} />}
        <RouteFields templates={props.templates} form={form} tried={tried} onChange={change} />
      </div>
      <div className="filing-foot">
        <button type="submit" className="usa-button" disabled={action.busy}>
          {action.busy ? 'Starting…' : 'Route it'} <kbd>Enter</kbd>
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={onSkip}>
          Not now <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}

function UnderWay(props: Props & { route: Route }) {
  const { route, onSkip } = props;
  const box = useFocusOnSubmit();
  useShortcuts({ escape: onSkip });
  return (
    <form
      ref={box}
      className="filing"
      onSubmit={(event) => {
        event.preventDefault();
        onSkip();
      }}
    >
      <div className="filing-fields">
        <h2>Already on its way</h2>
        <p>
          <Link to={`/case-files/${props.filing.caseFile.id}`}>{props.filing.caseFile.title}</Link>{' '}
          goes by {route.name}. Whoever has it now finds this letter in the file.
        </p>
      </div>
      <div className="filing-foot">
        <button type="submit" className="usa-button">
          Next letter <kbd>Enter</kbd>
        </button>
      </div>
    </form>
  );
}
