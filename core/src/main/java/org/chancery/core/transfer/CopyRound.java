package org.chancery.core.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.chancery.core.transfer.Packager.Fate;
import org.chancery.core.transfer.Packager.PdfA;
import org.chancery.core.transfer.PackedFile.Kind;
import org.chancery.core.transfer.Records.Document;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * Sees to it that each record that needs one has a copy in a lasting format. One round looks at all
 * of them, takes what is PDF/A already, orders what can be made, and tells what cannot; what was
 * settled in a round before stays so.
 */
final class CopyRound {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String PDF_A = "pdf-a";
  private static final String PDF = "application/pdf";
  private static final int BATCH = 50;
  private static final String ADD =
      "Add a copy in PDF/A or another lasting format beside the record.";

  private final NodeId disposition;
  private final Packager packager;
  private final Copies copies;
  private final Contents contents;
  private final Transactions transactions;
  private final BooleanSupplier alive;
  private final Map<String, Node> there;
  private final List<Look> looks = new ArrayList<>();
  private final List<TransferFault> faults = new ArrayList<>();
  private int waiting;
  private long files;
  private long bytes;

  CopyRound(
      NodeId disposition,
      Packager packager,
      Copies copies,
      Contents contents,
      Transactions transactions,
      BooleanSupplier alive) {
    this.disposition = disposition;
    this.packager = packager;
    this.copies = copies;
    this.contents = contents;
    this.transactions = transactions;
    this.alive = alive;
    this.there = transactions.read(() -> copies.of(disposition));
  }

  /**
   * What a round came to.
   *
   * @param waiting how many copies are being made
   * @param faults what nobody but a person can mend
   * @param files how many records and copies there are
   * @param bytes of them
   */
  record Result(int waiting, List<TransferFault> faults, long files, long bytes) {}

  /** What is to be looked at, and what follows. */
  private record Look(Document document, Optional<Node> copy, List<Candidate> candidates) {}

  /** A content that may be PDF/A. */
  private record Candidate(QName property, ContentInfo content, Path file) {}

  Result over(Records records) throws IOException {
    for (Document document : records) {
      if (!alive.getAsBoolean()) {
        throw new Stopped();
      }
      one(document);
      if (looks.size() >= BATCH) {
        settle();
      }
    }
    settle();
    return new Result(waiting, List.copyOf(faults), files, bytes);
  }

  /** Packaging is to end here, and to go on later. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("Packaging was stopped");
    }
  }

  private void one(Document document) {
    Node node = document.node();
    files++;
    bytes += node.contents().get(Cm.CONTENT).size();
    Kind kind = Description.kind(node);
    String type = Description.mediaType(node);
    Optional<Node> copy =
        Optional.ofNullable(there.get(node.id().value())).filter(each -> Copies.isOf(each, node));
    Fate fate = packager.fate(kind, node.name(), type, "");
    boolean paper = kind == Kind.DIGITIZED_PAPER;
    boolean pdfA = fate instanceof Fate.NeedsCopy need && need.target().equals(PDF_A);
    if (copy.filter(each -> Copies.state(each).equals(Copies.ADDED)).isPresent()) {
      count(copy.get());
    } else if (pdfA || paper && fate instanceof Fate.Goes) {
      lasting(document, copy, pdfA);
    } else if (fate instanceof Fate.NeedsCopy need) {
      fault(
          document,
          TransferFault.COPY_MISSING,
          "It needs a copy beside it as " + need.target() + ".",
          "Save it as " + need.target() + " and add that beside the record.");
    } else if (fate instanceof Fate.Refused no) {
      fault(document, TransferFault.FORMAT_REFUSED, no.reason(), ADD);
    }
  }

  /** A copy in PDF/A is wanted; without it the record cannot go when it is needed. */
  private void lasting(Document document, Optional<Node> copy, boolean needed) {
    String state = copy.map(Copies::state).orElse("");
    if (state.isEmpty()) {
      looks.add(new Look(document, copy, candidates(document.node())));
    } else if (state.equals(Copies.WAITING)) {
      waiting++;
    } else if (state.equals(Copies.FAILED)) {
      if (needed) {
        fault(
            document,
            TransferFault.COPY_MISSING,
            "No copy in PDF/A can be made of it: " + copy.get().text(Rec.COPY_REASON).orElse(""),
            ADD);
      }
    } else if (Copies.flavour(copy.get()).isEmpty()) {
      looks.add(new Look(document, copy, List.of(candidate(copy.get(), Cm.CONTENT))));
    } else {
      count(copy.get());
    }
  }

  private void count(Node copy) {
    Optional.ofNullable(copy.contents().get(Cm.CONTENT))
        .ifPresent(
            content -> {
              files++;
              bytes += content.size();
            });
  }

  /** The record itself, and the searchable PDF that was made of it. */
  private List<Candidate> candidates(Node node) {
    List<Candidate> all = new ArrayList<>();
    if (Description.mediaType(node).equals(PDF)) {
      all.add(candidate(node, Cm.CONTENT));
    }
    if (node.contents().containsKey(Cor.SEARCHABLE_PDF)) {
      all.add(candidate(node, Cor.SEARCHABLE_PDF));
    }
    return all;
  }

  private Candidate candidate(Node node, QName property) {
    return new Candidate(
        property, node.contents().get(property), contents.file(SYSTEM, node.id(), property));
  }

  private void settle() throws IOException {
    Map<Candidate, PdfA> found = new LinkedHashMap<>();
    List<Candidate> all = looks.stream().flatMap(look -> look.candidates().stream()).toList();
    if (!all.isEmpty()) {
      List<PdfA> each = packager.pdfA(all.stream().map(Candidate::file).toList(), alive);
      for (int i = 0; i < all.size(); i++) {
        found.put(all.get(i), each.get(i));
      }
    }
    if (!looks.isEmpty()) {
      transactions.write(() -> looks.forEach(look -> settle(look, found)));
    }
    looks.clear();
  }

  private void settle(Look look, Map<Candidate, PdfA> found) {
    Node record = look.document().node();
    if (look.copy().isPresent()) {
      made(look, found.get(look.candidates().get(0)));
      return;
    }
    for (Candidate each : look.candidates()) {
      String flavour = found.get(each).flavour();
      if (!flavour.isEmpty() && each.property().equals(Cm.CONTENT)) {
        copies.itself(disposition, record, flavour);
        return;
      } else if (!flavour.isEmpty()) {
        copies.rendition(disposition, record, each.content(), flavour);
        files++;
        bytes += each.content().size();
        return;
      }
    }
    ContentInfo source =
        record.contents().getOrDefault(Cor.SEARCHABLE_PDF, record.contents().get(Cm.CONTENT));
    copies.order(disposition, record, source, Copies.KEPT);
    waiting++;
  }

  /** What a worker made: good, or to be made of pictures, or not to be made at all. */
  private void made(Look look, PdfA verdict) {
    Node copy = look.copy().get();
    if (!verdict.flavour().isEmpty()) {
      copies.found(copy, verdict.flavour());
      count(copy);
    } else if (Copies.way(copy).equals(Copies.KEPT)) {
      ContentInfo source = copy.contents().get(Rec.COPY_SOURCE);
      copies.order(disposition, look.document().node(), source, Copies.DRAWN);
      waiting++;
    } else {
      copies.failed(copy, verdict.why());
      waiting++;
    }
  }

  private void fault(Document document, String code, String what, String todo) {
    faults.add(
        new TransferFault(
            code,
            String.join("/", document.folders()) + "/" + document.node().name(),
            what,
            todo,
            Optional.of(document.node().id().value())));
  }
}
