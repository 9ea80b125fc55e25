import { useParams } from 'react-router';
import { MergedAway } from '../doubles/MergedAway';
import { MergedEntries } from '../doubles/MergedEntries';
import { Crumbs } from '../ui/Crumbs';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { Loaded } from '../ui/Waiting';
import { Actions } from './Actions';
import { organizations } from './calls';
import { Card } from './Card';
import { DocumentsCard, FollowUpsCard, IssuesCard } from './CommonCards';
import { OrganizationContactCard } from './ContactCard';
import { KnownByCard } from './KnownByCard';
import { AskFirst, Warnings } from './Ownership';
import { StakeholderLink } from './StakeholderLink';
import { StandingLine } from './StandingLine';
import { TimelineCard } from './TimelineCard';
import type { Organization } from './types';
import { useOrganization, useOrganizationPeople } from './useStakeholders';
import { placeLine, showSpan } from './words';

/** An organization: who it is, who belongs to it, who knows it, and what there was. */
export default function OrganizationPage() {
  const { id = '' } = useParams();
  return <ById key={id} id={id} />;
}

function ById({ id }: { id: string }) {
  const query = useOrganization(id);
  return (
    <Loaded query={query} missing={<MergedAway id={id} />} lines={12}>
      {(organization) => <Shown organization={organization} />}
    </Loaded>
  );
}

function Shown({ organization }: { organization: Organization }) {
  const { acronym, city, state } = organization.organization;
  return (
    <div className="page stakeholder">
      <Crumbs trail={[{ name: 'Stakeholders', to: '/stakeholders' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">{acronym ? `Organization · ${acronym}` : 'Organization'}</p>
          <PageTitle title={organization.name} />
          <p className="sub">
            {organization.partOf && (
              <span>
                Part of{' '}
                <StakeholderLink
                  kind="organization"
                  id={organization.partOf.id}
                  name={organization.partOf.name}
                />
              </span>
            )}
            {placeLine({ city, state }) && <span>{placeLine({ city, state })}</span>}
          </p>
        </div>
        <Actions kind="organization" whom={organization} />
      </div>
      <Warnings whom={organization} />
      <AskFirst whom={organization} />
      <StandingLine whom={organization} />
      <div className="stakeholder-columns">
        <TimelineCard kind="organization" whom={organization} />
        <div className="stack">
          <FollowUpsCard promises={organization.openFollowUps} />
          <OrganizationContactCard organization={organization} />
          <PeopleCard organization={organization} />
          <KnownByCard knownBy={organization.knownBy} />
          {organization.parts.length > 0 && <PartsCard organization={organization} />}
          <IssuesCard issues={organization.issues} />
          <DocumentsCard
            id={organization.id}
            documents={organization.documents}
            again={async () => (await organizations.get(organization.id)).documents}
          />
          <MergedEntries kind="organization" id={organization.id} />
        </div>
      </div>
    </div>
  );
}

function PeopleCard({ organization }: { organization: Organization }) {
  const query = useOrganizationPeople(organization.id);
  return (
    <Card title="People" icon="person">
      <Loaded query={query} lines={3}>
        {({ items }) => (
          <div className="body">
            {items.length === 0 ? (
              <p className="muted">Nobody is known to belong to it. Say so on the person’s page.</p>
            ) : (
              <ul className="nolist affiliations">
                {items.map((each) => (
                  <li
                    key={`${each.id}${each.from ?? ''}`}
                    className={each.current ? undefined : 'past'}
                  >
                    <div>
                      <StakeholderLink kind="person" id={each.id} name={each.name} />
                      <span className="small muted below">
                        {[
                          each.role,
                          showSpan(each.from, each.to),
                          !each.current && 'former',
                          each.lastContact && `latest contact ${showDay(each.lastContact)}`,
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </div>
                  </li>
                ))}
              </ul>
            )}
            {organization.people > 0 && (
              <p className="muted small">
                {showCount(organization.people, 'person', 'people')} now
              </p>
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function PartsCard({ organization }: { organization: Organization }) {
  return (
    <Card title="Parts of it" icon="building">
      <ul className="nolist body affiliations">
        {organization.parts.map((each) => (
          <li key={each.id}>
            <StakeholderLink kind="organization" id={each.id} name={each.name} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
