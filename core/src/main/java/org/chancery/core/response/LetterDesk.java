package org.chancery.core.response;

import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.intake.LetterWork;
import org.chancery.core.intake.Reason;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cor;

/** Hands out the letters that are to be written, drafts first, and takes them back. */
final class LetterDesk implements LetterWork {
  private final Nodes nodes;
  private final Drafts drafts;
  private final Prints prints;

  LetterDesk(Nodes nodes, Drafts drafts, Prints prints) {
    this.nodes = nodes;
    this.drafts = drafts;
    this.prints = prints;
  }

  @Override
  public Optional<Order> begin(NodeId document) {
    return nodes
        .find(Caller.ofSystem(), document)
        .map(found -> nodes.hold(Caller.ofSystem(), document))
        .filter(held -> DeclaredRecord.of(held).isEmpty())
        .flatMap(held -> isDraft(held) ? drafts.order(held) : prints.order(held));
  }

  private static boolean isDraft(Node document) {
    return document.aspects().contains(Cor.MERGING);
  }

  @Override
  public void keep(Actor writer, NodeId document, ContentInfo letter, List<String> unfilled) {
    Node held = nodes.get(Caller.ofSystem(), document);
    if (isDraft(held)) {
      drafts.keep(held, letter, unfilled);
    } else if (prints.order(held).isPresent()) {
      prints.keep(held, letter, unfilled);
    }
  }

  @Override
  public void refuse(Actor writer, NodeId document, Reason reason) {
    Node held = nodes.get(Caller.ofSystem(), document);
    if (isDraft(held)) {
      drafts.refuse(held, reason);
    } else {
      prints.refuse(held, reason);
    }
  }
}
