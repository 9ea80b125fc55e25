package org.chancery.core.stakeholders;

import java.time.Clock;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.addresses.AddressCheck;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permissions;
import org.chancery.core.screening.Screening;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Stk;

/** The parts of this package, wired. */
public final class Stakeholders {
  private final Nodes nodes;
  private final Individuals people;
  private final Organizations organizations;
  private final PrivateContacts privateContacts;
  private final Affiliations affiliations;
  private final Relations relations;
  private final Acquaintances acquaintances;
  private final Notes notes;
  private final Verifications verifications;
  private final HandOver handOver;
  private final Timeline timeline;
  private final Ownership ownership;
  private final Drawers drawers;
  private final Standing standing;
  private final Happenings happenings;
  private final Newcomers newcomers;

  /**
   * What they work on.
   *
   * @param nodes the tree
   * @param permissions who may do what
   * @param searcher finds what the caller may see
   * @param accounts who people are
   * @param screening of what is written
   * @param audit the ledger
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Permissions permissions,
      Searcher searcher,
      Accounts accounts,
      Screening screening,
      AuditTrail audit,
      Clock clock) {}

  /** Wires them. */
  public Stakeholders(Ports ports, IssueCatalogue catalogue) {
    nodes = ports.nodes();
    drawers = new Drawers(nodes);
    standing = new Standing(nodes);
    ownership = new Ownership(ports.accounts(), ports.clock());
    Region region = new Region(new AddressCheck(Optional.empty()));
    Engagement engagement = new Engagement(nodes, catalogue, Stk.ENGAGES_ON);
    privateContacts = new PrivateContacts(nodes, ports.permissions());
    organizations =
        new Organizations(nodes, drawers, region, ownership, engagement, standing, ports.audit());
    affiliations = new Affiliations(nodes, organizations, standing, ports.audit(), ports.clock());
    happenings = new Happenings(nodes);
    notes = new Notes(nodes, ports.screening(), ports.audit());
    verifications =
        new Verifications(nodes, ports.searcher(), happenings, ports.audit(), ports.clock());
    handOver =
        new HandOver(
            nodes,
            ports.accounts(),
            ownership,
            privateContacts,
            standing,
            happenings,
            ports.audit(),
            ports.clock());
    timeline = new Timeline(nodes, ports.searcher());
    relations = new Relations(nodes, ports.audit());
    acquaintances = new Acquaintances(nodes, standing);
    newcomers =
        new Newcomers(nodes, ports.permissions(), drawers, region, ownership, ports.audit());
    people =
        new Individuals(
            nodes,
            drawers,
            region,
            ownership,
            engagement,
            privateContacts,
            affiliations,
            standing,
            ports.audit());
  }

  /**
   * A person or an organization.
   *
   * @throws NotFound when it is not there for the caller, or is something else
   */
  public Node entry(Caller caller, NodeId id) {
    return nodes
        .find(caller, id)
        .filter(node -> node.type().equals(Stk.PERSON) || node.type().equals(Stk.ORGANIZATION))
        .orElseThrow(() -> new NotFound(id));
  }

  /** People. */
  public Individuals people() {
    return people;
  }

  /** Many people at once. */
  public Newcomers newcomers() {
    return newcomers;
  }

  /** Organizations. */
  public Organizations organizations() {
    return organizations;
  }

  /** What of people is the owning component's alone. */
  public PrivateContacts privateContacts() {
    return privateContacts;
  }

  /** Where people belong. */
  public Affiliations affiliations() {
    return affiliations;
  }

  /** How people work together. */
  public Relations relations() {
    return relations;
  }

  /** Who knows whom. */
  public Acquaintances acquaintances() {
    return acquaintances;
  }

  /** Notes any user adds. */
  public Notes notes() {
    return notes;
  }

  /** When it was last found right. */
  public Verifications verifications() {
    return verifications;
  }

  /** Gives entries to another owner. */
  public HandOver handOver() {
    return handOver;
  }

  /** What there was, the latest first. */
  public Timeline timeline() {
    return timeline;
  }

  /** Who is to own what is entered. */
  public Ownership ownership() {
    return ownership;
  }

  /** The folders in which entries lie. */
  public Drawers drawers() {
    return drawers;
  }

  /** What follows from contact. */
  public Standing standing() {
    return standing;
  }

  /** What is noted of changes. */
  public Happenings happenings() {
    return happenings;
  }
}
