package org.chancery.core.issues;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;

/** The priorities an office begins with (requirement S6), each with some issues to go by. */
public final class SeededIssues {
  private record Seed(String priority, List<String> issues) {}

  /** Codes and titles. */
  private static final List<Seed> SEEDS =
      List.of(
          new Seed(
              "Immigration",
              List.of(
                  "asylum-processing|Asylum processing times",
                  "naturalization-backlog|Naturalization backlog",
                  "worker-visas|Temporary worker visas")),
          new Seed(
              "Secure Borders",
              List.of(
                  "border-wait-times|Wait times at ports of entry",
                  "border-infrastructure|Border infrastructure",
                  "trusted-travelers|Trusted traveler programs")),
          new Seed(
              "Disaster Response",
              List.of(
                  "flood-insurance|Flood insurance",
                  "individual-assistance|Individual assistance after disasters",
                  "preparedness-grants|Preparedness grants")),
          new Seed(
              "Counterterrorism",
              List.of(
                  "aviation-security|Aviation security",
                  "infrastructure-protection|Protection of critical infrastructure",
                  "information-sharing|Information sharing with state and local partners")),
          new Seed(
              "OneDHS",
              List.of(
                  "grants-coordination|Coordination of grants across components",
                  "joint-outreach|Joint outreach of components")));

  private final Nodes nodes;
  private final NodeId folder;

  /** On this port, into the folder of all priorities. */
  public SeededIssues(Nodes nodes, NodeId folder) {
    this.nodes = nodes;
    this.folder = folder;
  }

  /** Fills an empty folder, within the transaction in progress; one with priorities is left. */
  public void seed() {
    Caller system = Caller.ofSystem();
    if (!nodes.childrenOfAll(system, List.of(folder), Stk.PRIORITY).isEmpty()) {
      return;
    }
    int order = 0;
    for (Seed seed : SEEDS) {
      order += 10;
      NodeId priority = NodeId.random();
      nodes.create(
          system,
          new NewNode(
              priority,
              folder,
              Stk.PRIORITY,
              seed.priority(),
              Set.of(),
              Map.of(Cm.TITLE, seed.priority(), Stk.PRIORITY_ORDER, order)));
      for (String issue : seed.issues()) {
        String[] parts = issue.split("\\|");
        nodes.create(
            system,
            NewNode.of(
                priority,
                Stk.ISSUE,
                parts[1],
                Map.of(
                    Cm.TITLE,
                    parts[1],
                    Stk.ISSUE_CODE,
                    parts[0],
                    Stk.ISSUE_STATUS,
                    Issue.ACTIVE,
                    Stk.OWNER_USER,
                    system.user())));
      }
    }
  }
}
