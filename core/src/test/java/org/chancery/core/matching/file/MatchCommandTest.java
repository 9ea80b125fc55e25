package org.chancery.core.matching.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people use it, and what it says of files it cannot use. */
class MatchCommandTest {
  private static final String HEADER =
      "id,prefix,first,middle,last,suffix,organization,title,email,phone,street,city,state,zip\n";

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int match(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("people.csv"), content);
    return run(file.toString(), "--out", folder.resolve("pairs.csv").toString());
  }

  private int match(String content) throws IOException {
    return match(content.getBytes(StandardCharsets.UTF_8));
  }

  private int run(String... arguments) {
    return new MatchCommand(new PrintStream(said, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void doublesAreWrittenOnceBestFirst() throws IOException {
    int status =
        match(
            "\uFEFF"
                + HEADER
                + "7,,Robert,,\"Kessler, Jr.\",,Port of Erie,,rkessler@erie.example,814-555-0142,,,PA,\r\n"
                + "\"8,b\",,Bob,,Kessler,Jr,Port of Erie,,RKessler@erie.example,(814) 555-0142,,,PA,\r\n"
                + "9,,Zofia,,Wrona,,,,,,,,ME,\r\n");
    assertThat(status).as(said()).isZero();
    assertThat(Files.readAllLines(folder.resolve("pairs.csv")))
        .hasSize(2)
        .first()
        .isEqualTo("id1,id2,score");
    assertThat(Files.readAllLines(folder.resolve("pairs.csv")).get(1))
        .matches("7,\"8,b\",0\\.9\\d+|7,\"8,b\",1\\.0+");
  }

  @Test
  void columnsMayStandInAnyOrderAndUnknownOnesAreNamed() throws IOException {
    int status =
        match(
            "shoe size,LAST,first,id,phone\n"
                + "9,Kessler,Robert,a,814-555-0142\n9,Kessler,Bob,b,8145550142\n");
    assertThat(status).as(said()).isZero();
    assertThat(said()).contains("columns not used: shoe size", "no column prefix");
    assertThat(Files.readAllLines(folder.resolve("pairs.csv")).get(1)).startsWith("a,b,0.9");
  }

  @Test
  void whyIsWrittenFieldByField() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("people.csv"),
            "id,first,last,email\na,Robert,Kessler,k@erie.example\nb,Bob,Kessler,k@erie.example\n");
    Path why = folder.resolve("why.csv");
    run(file.toString(), "--out", folder.resolve("p.csv").toString(), "--why", why.toString());
    assertThat(Files.readString(why)).contains("Bob is a short form of Robert");
  }

  @Test
  void whatIsWrongWithAFileIsSaid() throws IOException {
    assertThat(match("id,first\n1,Ann\n")).isEqualTo(1);
    assertThat(said()).contains("no column 'last'");
    said.reset();
    assertThat(match("id;first;last\n1;Ann;Poe\n")).isEqualTo(1);
    assertThat(said()).contains("commas");
    said.reset();
    assertThat(match("id,first,last\n1,Ann,Poe\n1,Eve,Poe\n")).isEqualTo(1);
    assertThat(said()).contains("line 3", "'1' is there twice");
    said.reset();
    assertThat(match("id,first,last\n1,Ann\n")).isEqualTo(1);
    assertThat(said()).contains("line 2");
    said.reset();
    assertThat(match("id,first,last\n1,\"Ann,Poe\n")).isEqualTo(1);
    assertThat(said()).contains("never closed");
    said.reset();
    assertThat(match("")).isEqualTo(1);
    assertThat(said()).contains("empty");
    said.reset();
    assertThat(match("id,first,last\n1,Jos\u00e9,Poe\n".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(1);
    assertThat(said()).contains("not UTF-8");
    assertThat(folder.resolve("pairs.csv")).doesNotExist();
  }

  @Test
  void wrongUseIsTold() {
    assertThat(run("a.csv")).isEqualTo(2);
    assertThat(run("a.csv", "b.csv", "--out", "c.csv")).isEqualTo(2);
    assertThat(run(folder.resolve("nowhere.csv").toString(), "--out", "c.csv")).isEqualTo(1);
    assertThat(said()).contains("there is no file");
  }
}
