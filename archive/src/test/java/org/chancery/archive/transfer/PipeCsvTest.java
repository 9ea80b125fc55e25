package org.chancery.archive.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PipeCsvTest {

  @Property(tries = 500)
  void whatIsWrittenIsReadBackExactly(@ForAll("tables") List<List<String>> table)
      throws IOException, PipeCsv.MalformedRow {
    StringBuilder text = new StringBuilder();
    table.forEach(row -> text.append(PipeCsv.row(row)));
    assertThat(read(text.toString())).isEqualTo(table);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> nasty =
        Arbitraries.strings().withChars("|\"\r\n ,;a\t\u0000\u2028é").ofMaxLength(8);
    return Arbitraries.oneOf(nasty, Arbitraries.strings().ofMaxLength(20))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .list()
        .ofMaxSize(5);
  }

  @Test
  void cellsStandAsTheyAreUnlessTheyCannot() {
    assertThat(PipeCsv.row(List.of("a b", "", "c|d", "say \"x\"", "e\nf")))
        .isEqualTo("a b||\"c|d\"|\"say \"\"x\"\"\"|\"e\nf\"\r\n");
  }

  @Test
  void aQuoteThatStaysOpenIsAnError() {
    assertThatThrownBy(() -> read("a|\"b\nc"))
        .isInstanceOf(PipeCsv.MalformedRow.class)
        .hasMessage("A quote is not closed.");
    assertThatThrownBy(() -> read("\"a\"b|c")).isInstanceOf(PipeCsv.MalformedRow.class);
  }

  private static List<List<String>> read(String text) throws IOException, PipeCsv.MalformedRow {
    PipeCsv.Rows rows = new PipeCsv.Rows(new StringReader(text));
    List<List<String>> table = new ArrayList<>();
    for (Optional<List<String>> row = rows.read(); row.isPresent(); row = rows.read()) {
      table.add(row.get());
    }
    return table;
  }
}
