package org.chancery.core.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.rights.ContactRequests;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.vocabulary.Cor;

/**
 * Letters to those who asked not to be contacted stop and ask (requirement S17). An answer may be
 * owed to them all the same: then it is confirmed, and that is in the ledger. They are known by
 * name, never by a number or address that may be another component's alone.
 */
final class LetterBlock {
  private final Nodes nodes;
  private final ContactRequests requests;
  private final AuditTrail audit;

  LetterBlock(Nodes nodes, ContactRequests requests, AuditTrail audit) {
    this.nodes = nodes;
    this.requests = requests;
    this.audit = audit;
  }

  /**
   * Correspondents of a case file to whom a letter would go, and who asked not to be contacted; not
   * within a transaction.
   *
   * @param recipient as it is written on the letter
   */
  List<Node> of(Caller caller, NodeId caseFile, Optional<String> recipient) {
    String to = recipient.orElse("").toLowerCase(Locale.ROOT);
    List<NodeId> part =
        nodes.child(caller, caseFile, CaseFiles.PEOPLE).map(Node::id).stream().toList();
    return nodes.childrenOfAll(caller, part, Cor.CORRESPONDENT).stream()
        .filter(each -> each.text(Cor.LAST_NAME).isPresent())
        .filter(
            each -> to.contains(each.text(Cor.LAST_NAME).orElseThrow().toLowerCase(Locale.ROOT)))
        .flatMap(
            each ->
                requests
                    .named(
                        caller,
                        each.text(Cor.FIRST_NAME),
                        each.text(Cor.LAST_NAME).orElseThrow(),
                        each.text(Cor.STATE))
                    .stream())
        .distinct()
        .toList();
  }

  /**
   * Refuses, unless it was confirmed; within the transaction in progress.
   *
   * @throws org.chancery.core.stakeholders.ContactRefused when it was not
   */
  void require(Exchange exchange, List<Node> blocked, boolean confirmed) {
    if (!confirmed) {
      ContactBlock.require(
          blocked,
          LocalDate.MAX,
          "If an answer is owed to them all the same, confirm that it is sent.");
    }
    blocked.forEach(
        person ->
            audit.record(
                exchange
                    .actor()
                    .did(
                        Action.NO_CONTACT_DESPITE,
                        person.id(),
                        Map.of("caseFile", exchange.id().value()))));
  }
}
