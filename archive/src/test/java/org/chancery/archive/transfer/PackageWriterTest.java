package org.chancery.archive.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.check.PackageCheck;
import org.chancery.archive.format.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageWriterTest {
  @TempDir Path place;

  private final Office office = new Office();

  /** What a kill looks like from within. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void aPackageIsWholeAndEveryOriginalIsReadOnce() throws IOException {
    List<PackageFile> files = office.records();
    Written written = Office.write(files, place.resolve("p"));
    assertThat(written).isInstanceOf(Written.Complete.class);
    assertThat(((Written.Complete) written).files()).isEqualTo(files.size());
    assertThat(office.opened).hasValue(files.size());
    assertThat(faults(place.resolve("p"))).isEmpty();
    assertThat(Files.list(place)).containsExactly(place.resolve("p"));
    assertThat(place.resolve("p/data/originals/2014/smith_john_sohne/letter_of_3_march.tiff"))
        .hasContent("II*\0 a scan");
    assertThat(place.resolve("p/data/originals/2014/smith_john_sohne_2/re_your_letter.eml"))
        .exists();
    assertThat(place.resolve("p/data/copies/2014/smith_john_sohne/answer_final_2.pdf"))
        .hasBinaryContent(Office.pdfA());
  }

  @Test
  void theTablesAreAsNaraHasThem() throws IOException {
    Office.write(office.records(), place.resolve("p"));
    Path metadata = place.resolve("p/metadata");
    assertThat(Files.readAllLines(metadata.resolve("file_list.csv")))
        .startsWith("File Name|Size (bytes)|Date Modified|File Extension|Full Path|SHA-256 Hash")
        .contains(
            "letter_of_3_march.tiff|11|2014-02-28 23:59:58|tiff|"
                + "data/originals/2014/smith_john_sohne/letter_of_3_march.tiff|"
                + office.records().get(0).bytes().sha256());
    assertThat(Files.readString(metadata.resolve("metadata.csv")))
        .startsWith(
            "File Name|Record ID|Title|Description|Creator|Creation Date|Rights|Coverage|Relation|")
        .contains(
            "letter_of_3_march.tiff|WF-scan-1|WF-scan-1|\"A \"\"letter\"\" | with\na line\"|C. Clerk"
                + "|2014-02-28||||")
        .contains("|is format of data/originals/2014/smith_john_sohne/letter_of_3_march.tiff|");
    assertThat(Files.readString(metadata.resolve("transfer_request.json")))
        .contains("\"legalTransfer\" : \"Direct Offer\"", "\"originals\" : 4");
    assertThat(Files.readString(metadata.resolve("transfer_request.txt")))
        .contains("Disposition authority:  DAA-0563-2013-0001-0001");
    assertThat(Files.readAllLines(place.resolve("p/bag-info.txt")))
        .contains("Bagging-Date: 2026-11-23")
        .allMatch(line -> line.length() <= 79);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file 0",
        "file 2",
        "file 4",
        "copied",
        "described",
        "listed",
        "undeclared",
        "sealed",
        "named"
      })
  void killedAtAnyPointItGoesOnToTheSameBytes(String point) throws IOException {
    Office.write(office.records(), place.resolve("unbroken"));
    int whole = office.opened.getAndSet(0);
    Path folder = place.resolve("p");
    PackageWriter dying =
        new PackageWriter(
            reached -> {
              if (reached.equals(point)) {
                throw new Killed();
              }
            });
    assertThatThrownBy(
            () -> dying.write(Office.request(), office.records(), folder, (files, bytes) -> {}))
        .isInstanceOf(Killed.class);
    assertThat(Files.exists(folder)).isEqualTo(point.equals("named"));
    if (point.equals("undeclared")) {
      assertThat(place.resolve("p.partial/bagit.txt")).doesNotExist();
    }
    int before = office.opened.getAndSet(0);
    assertThat(Office.write(office.records(), folder)).isInstanceOf(Written.Complete.class);
    assertThat(Office.image(folder)).isEqualTo(Office.image(place.resolve("unbroken")));
    assertThat(before + office.opened.get()).isLessThanOrEqualTo(2 * whole);
    assertThat(office.opened.get()).isEqualTo(point.startsWith("file") ? whole : 0);
    assertThat(place.resolve("p.journal")).doesNotExist();
    assertThat(place.resolve("p.partial")).doesNotExist();
  }

  @Property(tries = 8)
  void whatTheJournalHasIsNotCopiedAgain(@ForAll("moments") int moment) throws IOException {
    Path here = Files.createTempDirectory("package");
    List<PackageFile> files = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      files.add(
          office.original(
              "n" + i, List.of("f" + i % 7), "n.txt", "note " + i, RecordKind.TEXT, "text/plain"));
    }
    Office.write(files, here.resolve("unbroken"));
    PackageWriter dying =
        new PackageWriter(
            reached -> {
              if (reached.equals("file " + moment)) {
                throw new Killed();
              }
            });
    assertThatThrownBy(
            () -> dying.write(Office.request(), files, here.resolve("p"), (count, bytes) -> {}))
        .isInstanceOf(Killed.class);
    // The kill came while the next file was half there, and the journal's last line too.
    Path half = here.resolve("p.partial/data/originals/f6/half.txt");
    Files.createDirectories(half.getParent());
    Path journal = here.resolve("p.journal");
    String kept = Files.readString(journal);
    Files.writeString(journal, kept + "0123456789abcdef");
    office.opened.set(0);
    Office.write(files, here.resolve("p"));
    long journalled = kept.lines().count() - 1;
    assertThat(journalled).isEqualTo(Math.max(0, moment - 127) / 64 * 64);
    assertThat(office.opened.get()).isEqualTo(files.size() - journalled);
    assertThat(Office.image(here.resolve("p"))).isEqualTo(Office.image(here.resolve("unbroken")));
    Office.remove(here);
  }

  @Provide
  Arbitrary<Integer> moments() {
    return Arbitraries.integers().between(0, 299);
  }

  @Test
  void aJournalledFileThatIsGoneIsCopiedAgain() throws IOException {
    Path folder = place.resolve("p");
    PackageWriter dying =
        new PackageWriter(
            reached -> {
              if (reached.equals("described")) {
                throw new Killed();
              }
            });
    assertThatThrownBy(
            () -> dying.write(Office.request(), office.records(), folder, (files, bytes) -> {}))
        .isInstanceOf(Killed.class);
    Files.delete(
        place.resolve("p.partial/data/originals/2014/smith_john_sohne/answer_final_2.docx"));
    office.opened.set(0);
    assertThat(Office.write(office.records(), folder)).isInstanceOf(Written.Complete.class);
    assertThat(office.opened).hasValue(4);
    assertThat(faults(folder)).isEmpty();
  }

  @Test
  void anOriginalThatIsNotTheExpectedOneStopsWithItsRow() throws IOException {
    List<PackageFile> files = office.records();
    byte[] changed = "From: a@example.gov\r\n\r\nhellO".getBytes(StandardCharsets.UTF_8);
    PackageFile mail = files.get(4);
    files.set(4, replaced(mail, () -> new ByteArrayInputStream(changed)));
    Written written = Office.write(files, place.resolve("p"));
    assertThat(((Written.Stopped) written).faults())
        .containsExactly(
            new Fault(
                FaultCode.ORIGINAL_DIFFERS,
                "2014/smith john & sohne/Re: your letter.eml",
                "Its SHA-256 is not the one of when it was received."));
    assertThat(place.resolve("p")).doesNotExist();
    files.set(4, mail);
    office.opened.set(0);
    assertThat(Office.write(files, place.resolve("p"))).isInstanceOf(Written.Complete.class);
    assertThat(office.opened).hasValue(2);
    assertThat(faults(place.resolve("p"))).isEmpty();
  }

  @Test
  void anOriginalCutShortStopsWithItsRow() throws IOException {
    List<PackageFile> files = office.records();
    files.set(4, replaced(files.get(4), () -> new ByteArrayInputStream(new byte[3])));
    assertThat(((Written.Stopped) Office.write(files, place.resolve("p"))).faults())
        .extracting(Fault::what)
        .containsExactly("It has 3 bytes, not 28.");
  }

  @Test
  void aSourceThatFailsIsAnErrorAndNothingLooksWhole() throws IOException {
    List<PackageFile> files = office.records();
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    files.set(2, replaced(files.get(2), () -> failing));
    assertThatThrownBy(() -> Office.write(files, place.resolve("p"))).hasMessage("gone");
    assertThat(place.resolve("p")).doesNotExist();
    assertThat(place.resolve("p.partial/bagit.txt")).doesNotExist();
    PackageWriter.discard(place.resolve("p"));
    assertThat(Files.list(place)).isEmpty();
  }

  @Test
  void whatIsWrongBeforehandIsToldAllAtOnceAndNothingIsBegun() throws IOException {
    List<PackageFile> files = office.records();
    PackageFile scan = files.get(0);
    files.remove(3);
    files.add(
        office.original(
            "bad-1", List.of(), "a.exe", "x", RecordKind.OTHER, "application/x-dosexec"));
    files.add(office.original("bad-2", List.of(), "b.pdf", "x", RecordKind.EMAIL, ""));
    files.add(office.original("bad-3", List.of(), "c.txt", "", RecordKind.TEXT, "text/plain"));
    files.add(office.original("bad-3", List.of(), "d.txt", "x", RecordKind.TEXT, "text/plain"));
    files.add(
        new PackageFile(
            "bad-4",
            scan.copyOf(),
            List.of(),
            "e.tif",
            scan.bytes(),
            scan.kind(),
            "",
            "",
            Office.nothing(),
            List.of()));
    List<Fault> faults = new PackageWriter().plan(Office.request(), files);
    assertThat(faults)
        .extracting(Fault::code)
        .containsExactlyInAnyOrder(
            FaultCode.COPY_MISSING,
            FaultCode.FORMAT_REFUSED,
            FaultCode.FORMAT_REFUSED,
            FaultCode.ZERO_BYTE,
            FaultCode.ROWS,
            FaultCode.METADATA_INCOMPLETE,
            FaultCode.METADATA_INCOMPLETE,
            FaultCode.METADATA_INCOMPLETE,
            FaultCode.METADATA_INCOMPLETE);
    assertThat(Office.write(files, place.resolve("p"))).isEqualTo(new Written.Stopped(faults));
    assertThat(Files.list(place)).isEmpty();
  }

  @Test
  void aPlaceThatIsTakenIsLeftAlone() throws IOException {
    Files.createDirectories(place.resolve("p/data"));
    assertThat(((Written.Stopped) Office.write(office.records(), place.resolve("p"))).faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.PLACE_TAKEN);
  }

  @Test
  void otherRowsThanItWasBegunWithAreRefused() throws IOException {
    PackageWriter dying =
        new PackageWriter(
            reached -> {
              if (reached.equals("copied")) {
                throw new Killed();
              }
            });
    assertThatThrownBy(
            () ->
                dying.write(
                    Office.request(), office.records(), place.resolve("p"), (files, bytes) -> {}))
        .isInstanceOf(Killed.class);
    List<PackageFile> other = office.records();
    other.add(0, other.remove(5));
    assertThat(((Written.Stopped) Office.write(other, place.resolve("p"))).faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.ROWS);
  }

  @Property(tries = 40)
  void whateverTheNamesThePackageHasNoFault(@ForAll("names") List<String> names)
      throws IOException {
    Path here = Files.createTempDirectory("package");
    List<PackageFile> files = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<String> folders = names.subList(0, i % 6);
      files.add(
          office.original(
              "n" + i, folders, names.get(i) + ".txt", names.get(i), RecordKind.TEXT, ""));
    }
    files.removeIf(file -> file.bytes().size() == 0);
    files.add(office.original("last", List.of(), "a.txt", "a", RecordKind.TEXT, ""));
    assertThat(Office.write(files, here.resolve("p"))).isInstanceOf(Written.Complete.class);
    assertThat(faults(here.resolve("p"))).isEmpty();
    Office.remove(here);
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(30),
            Arbitraries.strings().withChars("aA.é |~\n").ofMaxLength(5))
        .list()
        .ofMaxSize(12);
  }

  @Test
  void theXmlOfAPackageFollowsThePremisSchema() throws IOException {
    Office.write(office.records(), place.resolve("p"));
    PremisStructure.check(place.resolve("p/metadata/premis.xml"));
    assertThat(Files.readString(place.resolve("p/metadata/premis.xml")))
        .contains("received | by \"post\" \ufffd");
  }

  private static PackageFile replaced(PackageFile file, PackageFile.Source source) {
    PackageFile.Bytes bytes = file.bytes();
    return new PackageFile(
        file.id(),
        file.copyOf(),
        file.folders(),
        file.name(),
        new PackageFile.Bytes(bytes.size(), bytes.sha256(), bytes.modified(), source),
        file.kind(),
        file.mediaType(),
        file.pronom(),
        file.metadata(),
        file.events());
  }

  private static List<Fault> faults(Path folder) throws IOException {
    List<Fault> faults = new ArrayList<>();
    new PackageCheck().check(folder, faults::add);
    return faults;
  }
}
