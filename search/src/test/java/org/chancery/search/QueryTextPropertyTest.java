package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.chancery.core.search.SearchResult;

/** Whatever is typed, a search answers. */
class QueryTextPropertyTest {

  private static Path directory;
  private static LuceneSearchIndex index;

  @BeforeContainer
  static void open() throws IOException {
    directory = Files.createTempDirectory("query-text");
    index = LuceneSearchIndex.open(directory, TestEntries.MODEL);
    index.apply(
        List.of(
            TestEntries.entry("Flood").with("cor:subject", "levee").pages("levee and or").build()),
        List.of());
    index.refresh();
  }

  @AfterContainer
  static void close() throws IOException {
    index.close();
    PermissionPropertyTest.delete(directory);
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(
            "levee",
            "\"",
            "(",
            ")",
            "AND",
            "OR",
            "NOT",
            " ",
            " ",
            "*",
            "~",
            "~2",
            "~99",
            ":",
            "[",
            "]",
            "{",
            "}",
            "TO",
            "subject:",
            "cor:subject:",
            "date:",
            "pageCount:",
            "type:",
            "status:",
            "year:",
            "2007-01-01",
            "2007-13-45",
            "[* TO *]",
            "-",
            "+",
            "!",
            "\\",
            "/",
            "^",
            "?",
            "é",
            "\u0000",
            "\u0001",
            "\uD800",
            "😀",
            "<script>",
            "'",
            ",",
            ".",
            "1e999",
            "NaN",
            "a",
            "the")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 1_000)
  void noScrapsOfSyntaxAreAnError(@ForAll("scraps") String text) {
    assertThat(index.search(TestEntries.query(text), TestEntries.ALL)).isNotNull();
  }

  @Property(tries = 500)
  void noTextAtAllIsAnError(@ForAll String text) {
    assertThat(index.search(TestEntries.query(text), TestEntries.ALL)).isNotNull();
  }

  @Example
  void textThatCannotBeParsedIsSearchedAsPlainWords() {
    for (String text : List.of("(levee", "levee)", "\"levee", "levee AND", "OR levee", "NOT")) {
      SearchResult result = index.search(TestEntries.query(text), TestEntries.ALL);
      assertThat(result.total()).as(text).isEqualTo(text.equals("NOT") ? 0 : 1);
    }
  }

  @Example
  void veryLongAndVeryDeepTextIsAnsweredToo() {
    for (String text :
        List.of(
            "levee ".repeat(5_000),
            "(".repeat(5_000) + "levee" + ")".repeat(5_000),
            "NOT ".repeat(5_000) + "levee",
            "-".repeat(5_000) + "levee",
            "a-".repeat(5_000),
            "levee~ ".repeat(60),
            "l* ".repeat(60),
            "x".repeat(100_000),
            "x".repeat(100_000) + "~",
            "subject:".repeat(2_000))) {
      assertThat(index.search(TestEntries.query(text), TestEntries.ALL)).isNotNull();
    }
    assertThat(index.search(TestEntries.query("levee ".repeat(500)), TestEntries.ALL).total())
        .isEqualTo(1);
  }
}
