package org.chancery.core.correspondence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Component;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/** Makes the well-known folders, at every start; what is there already stays as it is. */
public final class Bootstrap {
  private static final List<String> STAKEHOLDER_FOLDERS =
      List.of("People", "Organizations", "Events", "Issues", "Interactions");
  private static final List<String> CLOSED_FOLDERS =
      List.of("Imports", "Searches", "Erased", "Hand-overs", "Cards", "Reports");

  private final Nodes nodes;
  private final Permissions permissions;
  private final Transactions transactions;
  private final Accounts accounts;
  private final Runnable contents;

  /**
   * On these ports.
   *
   * @param contents fills the folders once they are there, within the same transaction; run each
   *     time
   */
  public Bootstrap(
      Nodes nodes,
      Permissions permissions,
      Transactions transactions,
      Accounts accounts,
      Runnable contents) {
    this.contents = contents;
    this.nodes = nodes;
    this.permissions = permissions;
    this.transactions = transactions;
    this.accounts = accounts;
  }

  /** Makes what is missing, in one transaction. Call it again when a component was added. */
  public void run() {
    transactions.write(
        () -> {
          for (Place place : Place.values()) {
            boolean shared = place == Place.LIBRARY;
            make(
                place.id(),
                nodes.root(),
                Cm.FOLDER,
                place.folderName(),
                Map.of(),
                shared ? AccessLists.ofSharedFolder() : AccessLists.ofCommonFolder());
          }
          intakeFolder(Optional.empty());
          for (Component component : accounts.components()) {
            intakeFolder(Optional.of(component.code()));
          }
          for (String name : STAKEHOLDER_FOLDERS) {
            make(
                Place.STAKEHOLDERS.below(name),
                Place.STAKEHOLDERS.id(),
                Cm.FOLDER,
                name,
                Map.of(),
                AccessLists.ofStakeholders());
          }
          for (String name : CLOSED_FOLDERS) {
            make(
                Place.STAKEHOLDERS.below(name),
                Place.STAKEHOLDERS.id(),
                Cm.FOLDER,
                name,
                Map.of(),
                AccessLists.ofClosedFolder());
          }
          make(
              Place.STAKEHOLDERS.below("Merged"),
              Place.STAKEHOLDERS.id(),
              Cm.FOLDER,
              "Merged",
              Map.of(),
              AccessLists.ofNobody());
          make(
              Place.RECORDS.below("File plan"),
              Place.RECORDS.id(),
              Rec.FILE_PLAN,
              "File plan",
              Map.of(),
              AccessLists.ofCommonFolder());
          make(
              Place.RECORDS.below("Holds"),
              Place.RECORDS.id(),
              Cm.FOLDER,
              "Holds",
              Map.of(),
              AccessLists.ofHolds());
          for (String name : List.of("Dispositions", "Disposed")) {
            make(
                Place.RECORDS.below(name),
                Place.RECORDS.id(),
                Cm.FOLDER,
                name,
                Map.of(),
                AccessLists.ofDispositions());
          }
          contents.run();
        });
  }

  /**
   * Makes the intake folder of a component that was added, in the transaction in progress; before
   * the first {@link #run}, which makes all of them, nothing.
   *
   * @param code the component's
   */
  public void added(String code) {
    transactions.write(
        () -> {
          if (nodes.find(Caller.ofSystem(), Place.INTAKE.id()).isPresent()) {
            intakeFolder(Optional.of(code));
          }
        });
  }

  private void intakeFolder(Optional<String> component) {
    Map<QName, Object> properties =
        component
            .<Map<QName, Object>>map(code -> Map.of(Cor.INTAKE_COMPONENT, code))
            .orElse(Map.of());
    make(
        Place.intakeOf(component),
        Place.INTAKE.id(),
        Cor.INTAKE_FOLDER,
        component.orElse(Place.MAILROOM),
        properties,
        AccessLists.ofIntakeFolder(component));
  }

  private void make(
      NodeId id,
      NodeId parent,
      QName type,
      String name,
      Map<QName, Object> properties,
      AccessList access) {
    Caller system = Caller.ofSystem();
    if (nodes.find(system, id).isEmpty()) {
      nodes.create(system, new NewNode(id, parent, type, name, Set.of(), properties));
      permissions.set(system, id, access);
    }
  }
}
