import { useParams } from 'react-router';
import { MergedAway } from '../doubles/MergedAway';
import { MergedEntries } from '../doubles/MergedEntries';
import { Crumbs } from '../ui/Crumbs';
import { PageTitle } from '../ui/PageTitle';
import { Loaded } from '../ui/Waiting';
import { Actions } from './Actions';
import { AffiliationsCard } from './AffiliationsCard';
import { people } from './calls';
import { DocumentsCard, FollowUpsCard, IssuesCard } from './CommonCards';
import { PersonContactCard, PrivateContactCard } from './ContactCard';
import { KnownByCard } from './KnownByCard';
import { AskFirst, Warnings } from './Ownership';
import { RelationsCard } from './RelationsCard';
import { StakeholderLink } from './StakeholderLink';
import { StandingLine } from './StandingLine';
import { TimelineCard } from './TimelineCard';
import type { Person } from './types';
import { usePerson } from './useStakeholders';
import { placeLine } from './words';

/** A person: who they are, who knows them, whom to ask first, and what there was. */
export default function PersonPage() {
  const { id = '' } = useParams();
  return <ById key={id} id={id} />;
}

function ById({ id }: { id: string }) {
  const query = usePerson(id);
  return (
    <Loaded query={query} missing={<MergedAway id={id} />} lines={12}>
      {(person) => <Shown person={person} />}
    </Loaded>
  );
}

function Shown({ person }: { person: Person }) {
  const now = person.affiliations.filter((each) => each.current);
  const { salutation, suffix, title, position } = person.person;
  return (
    <div className="page stakeholder">
      <Crumbs trail={[{ name: 'Stakeholders', to: '/stakeholders' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">
            {[salutation, title, suffix].filter(Boolean).join(' · ') || 'Person'}
          </p>
          <PageTitle title={person.name} />
          <p className="sub">
            {position && <span>{position}</span>}
            {now.map((each) => (
              <StakeholderLink
                key={each.id}
                kind="organization"
                id={each.organization.id}
                name={each.organization.name}
              />
            ))}
            {placeLine({ city: person.person.city, state: person.person.state }) && (
              <span>{placeLine({ city: person.person.city, state: person.person.state })}</span>
            )}
          </p>
        </div>
        <Actions kind="person" whom={person} />
      </div>
      <Warnings whom={person} />
      <AskFirst whom={person} />
      <StandingLine whom={person} />
      <div className="stakeholder-columns">
        <TimelineCard kind="person" whom={person} />
        <div className="stack">
          <FollowUpsCard promises={person.openFollowUps} />
          <PersonContactCard person={person} />
          <PrivateContactCard person={person} />
          <KnownByCard knownBy={person.knownBy} />
          <AffiliationsCard person={person} />
          <RelationsCard person={person} />
          <IssuesCard issues={person.issues} />
          <DocumentsCard
            id={person.id}
            documents={person.documents}
            again={async () => (await people.get(person.id)).documents}
          />
          <MergedEntries kind="person" id={person.id} />
        </div>
      </div>
    </div>
  );
}
