import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { TemplateDetail } from '../api/types';
import BpmnDiagram from '../routing/BpmnDiagram';
import { useTemplate, useTemplates } from '../routing/useRouting';
import { useSession } from '../session/SessionContext';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showMoment } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { stepsInWords } from '../routing/steps';
import { DeployDialog } from './DeployDialog';

/** The routing templates, or one of them with its diagram. */
export default function TemplatesPage() {
  const { key } = useParams();
  return key ? <TemplatePage key={key} name={key} /> : <TemplateList />;
}

function TemplateList() {
  const query = useTemplates();
  const { can } = useSession();
  const [deploying, setDeploying] = useState(false);
  return (
    <div className="page narrow">
      <div className="page-head">
        <div>
          <PageTitle title="Routing templates" />
          <p className="sub">By which steps a case file goes from its letter to its answer.</p>
        </div>
        {can('DEPLOY_TEMPLATES') && (
          <button type="button" className="usa-button" onClick={() => setDeploying(true)}>
            <Icon name="upload" />
            Deploy a template
          </button>
        )}
      </div>
      <section className="card" aria-label="Templates">
        <Loaded query={query} lines={6}>
          {(templates) =>
            templates.length === 0 ? (
              <Empty icon="route" title="No templates yet" />
            ) : (
              <div className="table-wrap">
                <table className="usa-table">
                  <thead>
                    <tr>
                      <th scope="col">Template</th>
                      <th scope="col">Steps</th>
                      <th scope="col">Version</th>
                      <th scope="col">Deployed</th>
                    </tr>
                  </thead>
                  <tbody>
                    {templates.map((template) => (
                      <tr key={template.key}>
                        <th scope="row">
                          <Link to={`/templates/${template.key}`}>{template.name}</Link>
                          {template.description && (
                            <span className="muted small block">{template.description}</span>
                          )}
                        </th>
                        <td>{stepsInWords(template)}</td>
                        <td className="number">{template.version}</td>
                        <td className="nowrap">
                          {showMoment(template.deployedAt)}
                          {template.deployedBy && (
                            <span className="muted small block">by {template.deployedBy}</span>
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Loaded>
      </section>
      {deploying && <DeployDialog onClose={() => setDeploying(false)} />}
    </div>
  );
}

function TemplatePage({ name }: { name: string }) {
  const query = useTemplate(name);
  return (
    <Loaded query={query} page lines={8}>
      {(template) => <One template={template} />}
    </Loaded>
  );
}

function One({ template }: { template: TemplateDetail }) {
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'Routing templates', to: '/templates' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Routing template</p>
          <PageTitle title={template.name} />
          <p className="sub small">
            <span className="chip plain">Version {template.version}</span>
            <span>
              Deployed {showMoment(template.deployedAt)}
              {template.deployedBy && ` by ${template.deployedBy}`}
            </span>
          </p>
        </div>
      </div>
      {template.description && <p>{template.description}</p>}
      <section className="card" aria-label="Diagram">
        <BpmnDiagram bpmn={template.bpmn} active={[]} visited={[]} big />
        <div className="body">
          <h2>The steps in words</h2>
          <ol className="steps nolist" aria-label={`The steps of ${template.name}`}>
            {template.steps.map((step) => (
              <li key={step.id}>
                <strong>{step.name}</strong>
              </li>
            ))}
          </ol>
        </div>
      </section>
    </div>
  );
}
