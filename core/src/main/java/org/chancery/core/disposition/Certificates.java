package org.chancery.core.disposition;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.core.access.Actor;
import org.chancery.core.paper.PlainPaper;
import org.chancery.core.records.Declaration;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Sha256;
import org.chancery.core.schedule.FilePlan;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Cm;

/**
 * Certifies what was carried out (requirement R6): a PDF that people read, and beside it the list
 * of the hashes of all that is gone, signed with the host's seal. Both are records.
 */
public final class Certificates {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss z", Locale.US);

  private final Nodes nodes;
  private final Contents contents;
  private final DispositionBook book;
  private final Stubs stubs;
  private final FilePlan plan;
  private final Declaration declaration;
  private final Signature signature;
  private final Function<String, String> label;
  private final ZoneId office;

  /** Makes 32 bytes of a text that nobody makes without the host's secret. */
  @FunctionalInterface
  public interface Signature {
    /** The same for the same bytes, on every server of the repository. */
    byte[] of(byte[] text);
  }

  Certificates(
      Nodes nodes,
      Contents contents,
      DispositionBook book,
      Stubs stubs,
      FilePlan plan,
      Declaration declaration,
      Signature signature,
      Function<String, String> label,
      ZoneId office) {
    this.nodes = nodes;
    this.contents = contents;
    this.book = book;
    this.stubs = stubs;
    this.plan = plan;
    this.declaration = declaration;
    this.signature = signature;
    this.label = label;
    this.office = office;
  }

  /** Both papers, stored. */
  record Papers(ContentInfo certificate, ContentInfo list) {}

  /** Which of the two papers. */
  public enum Paper {
    /** What people read. */
    CERTIFICATE("certificate", "Certificate ", ".pdf"),
    /** The signed list of hashes. */
    HASHES("hashes", "Hashes ", ".csv");

    private final String code;
    private final String before;
    private final String after;

    Paper(String code, String before, String after) {
      this.code = code;
      this.before = before;
      this.after = after;
    }

    /** The name of its file. */
    public String name(Disposition disposition) {
      return before + disposition.number() + after;
    }
  }

  private static NodeId id(NodeId disposition, Paper paper) {
    return DispositionBook.derived("disposition-" + paper.code + ":" + disposition);
  }

  /** Whether a disposition has its certificate. */
  public boolean exists(NodeId disposition) {
    return nodes.find(SYSTEM, id(disposition, Paper.CERTIFICATE)).isPresent();
  }

  /** A paper that can be read. */
  public record Open(InputStream bytes, ContentInfo info, String name) {}

  /**
   * Opens a paper of a disposition.
   *
   * @throws NotFound until there is one
   */
  public Open open(NodeId disposition, Paper paper) {
    Disposition of = book.get(disposition);
    NodeId id = id(disposition, paper);
    ContentInfo info = nodes.get(SYSTEM, id).contents().get(Cm.CONTENT);
    return new Open(contents.open(SYSTEM, id, Cm.CONTENT), info, paper.name(of));
  }

  /** Writes both papers and stores them; visible to nobody yet. */
  Papers prepare(Disposition disposition) {
    List<Stub> gone =
        book.items(disposition.id()).stream()
            .flatMap(item -> item.stub().stream())
            .map(stubs::get)
            .toList();
    byte[] list = list(gone);
    String seal = HexFormat.of().formatHex(seal(list));
    byte[] signed = join(list, ("seal," + seal + "\r\n").getBytes(StandardCharsets.US_ASCII));
    byte[] certificate =
        PlainPaper.write(title(disposition), paragraphs(disposition, gone, list, seal), book.now());
    return new Papers(
        contents.store(new ByteArrayInputStream(certificate), "application/pdf"),
        contents.store(new ByteArrayInputStream(signed), "text/csv"));
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] list(List<Stub> gone) {
    StringBuilder text = new StringBuilder("stub,sha256\r\n");
    for (Stub stub : gone) {
      for (String hash : stub.hashes()) {
        text.append(stub.name()).append(',').append(hash).append("\r\n");
      }
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Sealed for this purpose alone: no seal of anything else is one of a list. */
  private byte[] seal(byte[] list) {
    String text = "chancery:disposition-hashes:" + Sha256.of(list);
    return signature.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether a list is one that this repository signed, unchanged since. */
  public boolean genuine(byte[] signed) {
    String text = new String(signed, StandardCharsets.US_ASCII);
    int at = text.lastIndexOf("seal,");
    if (at < 0) {
      return false;
    }
    byte[] list = text.substring(0, at).getBytes(StandardCharsets.US_ASCII);
    byte[] whole =
        join(
            list,
            ("seal," + HexFormat.of().formatHex(seal(list)) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return MessageDigest.isEqual(whole, signed);
  }

  private static String title(Disposition disposition) {
    return disposition.action() == Series.FinalAction.DESTROY
        ? "Certificate of destruction " + disposition.number()
        : "Certificate of destruction after transfer " + disposition.number();
  }

  private List<String> paragraphs(
      Disposition disposition, List<Stub> gone, byte[] list, String seal) {
    List<String> text = new ArrayList<>();
    Optional<Series> series = plan.find(disposition.series());
    text.add(
        "The records named below were destroyed: their originals, renditions, versions and"
            + " recognised text were deleted and erased.");
    text.add(
        "Series: " + disposition.series() + series.map(each -> ", " + each.title()).orElse(""));
    text.add(
        "Disposition authority: "
            + gone.stream().map(Stub::authority).distinct().collect(Collectors.joining(", "))
            + series
                .filter(each -> each.standing() == Series.Standing.EXAMPLE)
                .map(each -> " (example, not an approved authority)")
                .orElse(""));
    disposition
        .accession()
        .ifPresent(
            number ->
                text.add(
                    "The National Archives of the United States have custody of the copies that"
                        + " were transferred; accession "
                        + number
                        + "."));
    text.add(
        "Proposed: "
            + moment(disposition.proposedAt())
            + disposition.proposedBy().map(by -> ", by " + person(by)).orElse(", by rule"));
    for (Disposition.Approval each : disposition.approvals()) {
      text.add(
          "Approved: " + moment(each.at()) + ", by " + person(each.by()) + ": " + each.reason());
    }
    disposition.startedAt().ifPresent(at -> text.add("Begun: " + moment(at)));
    text.add("Erased: " + moment(book.now()));
    text.add(
        "Folders: "
            + gone.size()
            + "; case files: "
            + gone.stream().mapToInt(Stub::files).sum()
            + "; documents: "
            + gone.stream().mapToInt(Stub::documents).sum()
            + "; bytes of originals: "
            + gone.stream().mapToLong(Stub::bytes).sum()
            + "; left behind: "
            + disposition.counts().withdrawn());
    text.add(
        "Hashes of all contents: "
            + gone.stream().mapToInt(each -> each.hashes().size()).sum()
            + ", in the list beside this certificate ("
            + Paper.HASHES.name(disposition)
            + ").");
    text.add("SHA-256 of the list, without its last line: " + Sha256.of(list));
    text.add("Seal of the list, its last line: " + seal);
    for (Stub stub : gone) {
      text.add(
          stub.name()
              + ": "
              + stub.from().map(LocalDate::toString).orElse("?")
              + " to "
              + stub.to().map(LocalDate::toString).orElse("?")
              + ", "
              + stub.documents()
              + " documents, "
              + stub.bytes()
              + " bytes"
              + (stub.numbers().isEmpty() ? "" : "; " + String.join(", ", stub.numbers())));
    }
    return text;
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(office));
  }

  private String person(String user) {
    String name = label.apply(user);
    return name.equals(user) ? user : name + " (" + user + ")";
  }

  /** Puts both papers beside the disposition, as records, within the transaction in progress. */
  void keep(Disposition disposition, Papers papers) {
    keep(disposition, Paper.CERTIFICATE, papers.certificate());
    keep(disposition, Paper.HASHES, papers.list());
  }

  private void keep(Disposition disposition, Paper paper, ContentInfo stored) {
    NodeId id = id(disposition.id(), paper);
    nodes.create(
        SYSTEM,
        new NewNode(id, disposition.id(), Cm.CONTENT, paper.name(disposition), Set.of(), Map.of()));
    contents.attach(SYSTEM, id, Cm.CONTENT, stored);
    declaration.declare(Actor.ofSystem(), id, Optional.empty());
  }
}
