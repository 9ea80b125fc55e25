package org.chancery.archive.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableNamesTest {

  record Given(List<String> folders, String name) {}

  @Property(tries = 500)
  void anyNamesComeOutPortableAndDifferent(@ForAll("files") List<Given> files) {
    PortableNames names = new PortableNames();
    PortableNames again = new PortableNames();
    Set<String> given = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (Given file : files) {
      String path = names.path(PackageLayout.ORIGINALS, file.folders(), file.name());
      assertThat(path)
          .matches("data/originals/([a-z0-9][a-z0-9_-]*/){0,3}[a-z0-9][a-z0-9_-]*(\\.[a-z0-9]+)?")
          .hasSizeLessThanOrEqualTo(PackageLayout.LONGEST_PATH);
      assertThat(given.add(path)).isTrue();
      folders.add(path.substring(0, path.lastIndexOf('/')));
      String name = path.substring(path.lastIndexOf('/') + 1);
      assertThat(JunkNames.isJunk(name)).as(name).isFalse();
      assertThat(again.path(PackageLayout.ORIGINALS, file.folders(), file.name())).isEqualTo(path);
    }
    assertThat(folders).noneMatch(given::contains);
  }

  @Provide
  Arbitrary<List<Given>> files() {
    Arbitrary<String> name =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.strings().withChars("aAbé. _-~|/\\").ofMaxLength(6),
            Arbitraries.strings().alpha().ofMinLength(100).ofMaxLength(300),
            Arbitraries.of(
                "Thumbs.db", ".DS_Store", "con", "NUL.txt", "a.bak", "~$a.docx", "x.tar.gz", ""));
    return Combinators.combine(name.list().ofMaxSize(6), name).as(Given::new).list().ofMaxSize(30);
  }

  @ParameterizedTest
  @CsvSource({
    "Letter of 3 March.TIFF, letter_of_3_march.tiff",
    "Schöne Grüße.pdf, schone_grusse.pdf",
    "x.tar.gz, x_tar.gz",
    "no ending, no_ending",
    ".hidden, file.hidden",
    "con.txt, file_con.txt",
    "old.bak, old_bak",
    "Thumbs.db, file_thumbs.db"
  })
  void namesKeepWhatTravels(String given, String expected) {
    assertThat(new PortableNames().path("data/originals/", List.of(), given))
        .isEqualTo("data/originals/" + expected);
  }

  @Test
  void foldersThatLookAlikeStayApart() {
    PortableNames names = new PortableNames();
    assertThat(names.path("data/originals/", List.of("A"), "x")).isEqualTo("data/originals/a/x");
    assertThat(names.path("data/originals/", List.of("a"), "x")).isEqualTo("data/originals/a_2/x");
    assertThat(names.path("data/originals/", List.of("A"), "X")).isEqualTo("data/originals/a/x_2");
  }
}
