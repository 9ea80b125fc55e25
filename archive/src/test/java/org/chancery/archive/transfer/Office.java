package org.chancery.archive.transfer;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.chancery.archive.format.RecordKind;

/** An office with something to transfer. */
public final class Office {
  private static final Instant MODIFIED = Instant.parse("2014-02-28T23:59:58Z");

  /** How often a content was opened. */
  public final AtomicInteger opened = new AtomicInteger();

  /** The request of this office. */
  public static TransferRequest request() {
    return new TransferRequest(
        "transfer-2026-1",
        "Department of Homeland Security",
        "Office of the Executive Secretary",
        "563",
        "Correspondence, permanent | \"series\"",
        "Letters to the Secretary and what was answered, with everything that came of them and"
            + " was filed in the case folders of the years named.",
        LocalDate.of(2012, 2, 29),
        LocalDate.of(2014, 12, 31),
        "DAA-0563-2013-0001-0001",
        LegalTransfer.DIRECT_OFFER,
        "",
        new TransferRequest.Contact("R. Officer", "+1 202-555-0100", "records@example.gov"),
        Instant.parse("2026-11-23T04:05:06Z"));
  }

  /** A few records of each kind, with what must go beside them. */
  public List<PackageFile> records() {
    byte[] pdf = pdfA();
    List<PackageFile> files = new ArrayList<>();
    PackageFile scan =
        original(
            "scan-1",
            List.of("2014", "Smith, John & Söhne"),
            "Letter of 3 March.tiff",
            "II*\0 a scan",
            RecordKind.DIGITIZED_PAPER,
            "image/tiff");
    files.add(
        scan.with(
            List.of(
                new PreservationEvent(
                    "7",
                    "capture",
                    MODIFIED,
                    "received | by \"post\" \u0001",
                    "success",
                    new PreservationEvent.Agent("u1", "C. Clerk", "person")))));
    files.add(
        scan.copy("scan-1-copy", "Letter of 3 March.pdf", "application/pdf", bytes(pdf))
            .withPronom("fmt/477"));
    PackageFile draft =
        original(
            "draft-1",
            List.of("2014", "Smith, John & Söhne"),
            "ANSWER FINAL (2).DOCX",
            "PK a document",
            RecordKind.TEXT,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    files.add(draft);
    files.add(draft.copy("draft-1-copy", "ANSWER FINAL (2).pdf", "application/pdf", bytes(pdf)));
    files.add(
        original(
            "mail-1",
            List.of("2014", "smith john & sohne"),
            "Re: your letter.eml",
            "From: a@example.gov\r\n\r\nhello",
            RecordKind.EMAIL,
            "message/rfc822"));
    files.add(
        original("note-1", List.of(), "Thumbs.db.txt", "a note", RecordKind.TEXT, "text/plain"));
    return files;
  }

  /** An original with that text. */
  public PackageFile original(
      String id, List<String> folders, String name, String text, RecordKind kind, String type) {
    return PackageFile.original(
        id,
        folders,
        name,
        bytes(text.getBytes(StandardCharsets.UTF_8)),
        kind,
        type,
        Metadata.of(
            "WF-" + id, "", "A \"letter\" | with\na line", "C. Clerk", LocalDate.of(2014, 2, 28)));
  }

  /** Content from memory. */
  public PackageFile.Bytes bytes(byte[] content) {
    return new PackageFile.Bytes(
        content.length,
        HexFormat.of().formatHex(Copier.sha256().digest(content)),
        MODIFIED,
        () -> {
          opened.incrementAndGet();
          return new ByteArrayInputStream(content);
        });
  }

  /** Writes it and returns how that ended. */
  public static Written write(List<PackageFile> files, Path folder) throws IOException {
    return new PackageWriter().write(request(), files, folder, (count, bytes) -> {});
  }

  /** Every file with its bytes and time. */
  public static Map<String, String> image(Path folder) throws IOException {
    Map<String, String> image = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString();
        String hash = HexFormat.of().formatHex(Copier.sha256().digest(Files.readAllBytes(file)));
        image.put(path, path.startsWith("data/") ? hash + Files.getLastModifiedTime(file) : hash);
      }
    }
    return image;
  }

  /** Removes a folder with all it holds. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** A page with nothing on it, in PDF/A-2b. */
  public static byte[] pdfA() {
    return pdf(document -> {});
  }

  /** The same with a script, which PDF/A forbids. */
  public static byte[] pdfThatSaysItIsPdfA() {
    return pdf(
        document ->
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.beep();")));
  }

  private static byte[] pdf(Consumer<PDDocument> more) {
    try (PDDocument document = new PDDocument();
        InputStream profile =
            new ByteArrayInputStream(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())) {
      document.addPage(new PDPage());
      PDMetadata metadata = new PDMetadata(document);
      metadata.importXMPMetadata(
          ("<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>"
                  + "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                  + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                  + "<rdf:Description rdf:about='' xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'>"
                  + "<pdfaid:part>2</pdfaid:part>"
                  + "<pdfaid:conformance>B</pdfaid:conformance>"
                  + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>")
              .getBytes(StandardCharsets.UTF_8));
      document.getDocumentCatalog().setMetadata(metadata);
      PDOutputIntent intent = new PDOutputIntent(document, profile);
      intent.setInfo("sRGB");
      intent.setOutputConditionIdentifier("sRGB");
      document.getDocumentCatalog().addOutputIntent(intent);
      more.accept(document);
      document.setDocumentId(1L);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same metadata without what is mandatory. */
  static Metadata nothing() {
    return new Metadata("", "", "", "", Optional.empty(), "", "", "", Optional.empty());
  }
}
