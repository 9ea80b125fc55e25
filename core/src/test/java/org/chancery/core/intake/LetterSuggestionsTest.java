package org.chancery.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LetterSuggestionsTest {
  private static LetterSuggestions of(String page) {
    return LetterSuggestions.of(page);
  }

  @Test
  void aLetterOfAPerson() {
    LetterSuggestions letter =
        of(
            """
            Maria E. Brandt
            4144 Camino Real
            Duluth, MN 55802
            Telephone (413) 828-7164
            maria.brandt@example.org

            October 12, 2010

            The Honorable Janet Napolitano
            Secretary of Homeland Security
            Washington, DC 20528

            Dear Madam Secretary:

            1am writing about the delay in the adjudication of my
            application for naturalization.

            I filed Form N-400 on April 15, 2008.

            Sincerely,

            Maria Brandt
            """);
    assertThat(letter.letterDate().orElseThrow().value()).isEqualTo(LocalDate.of(2010, 10, 12));
    LetterSuggestions.Sender sender = letter.sender().orElseThrow();
    assertThat(sender.first()).contains("Maria");
    assertThat(sender.middle()).contains("E.");
    assertThat(sender.last()).contains("Brandt");
    assertThat(sender.street()).contains("4144 Camino Real");
    assertThat(sender.city()).contains("Duluth");
    assertThat(sender.state()).contains("MN");
    assertThat(sender.zip()).contains("55802");
    assertThat(sender.phone()).contains("(413) 828-7164");
    assertThat(sender.email()).contains("maria.brandt@example.org");
    assertThat(letter.addressee().orElseThrow().value())
        .isEqualTo("The Honorable Janet Napolitano");
    assertThat(letter.subject().orElseThrow().value())
        .isEqualTo("The delay in the adjudication of my application for naturalization");
  }

  @Test
  void aLetterheadNamesTheOrganizationAndTheSignatureThePerson() {
    LetterSuggestions letter =
        of(
            """
            GREAT LAKES SHIPPERS ASSOCIATION
            P.O. Box 1200
            Cleveland, Ohio
            Cleveland, OH 44101-1200
            Tel. 216.555.0142   Fax 216.555.0143

            March 3rd, 2011

            Mr. Alan D. Bersin
            Commissioner
            U.S. Customs and Border Protection
            1300 Pennsylvania Avenue NW
            Washington, DC 20229

            Re: Hours of service at the Port of Ashtabula

            Dear Commissioner Bersin:

            Our members ship ore.

            Very truly yours,

            Dr. Helen M. van der Berg, Jr.
            President
            """);
    LetterSuggestions.Sender sender = letter.sender().orElseThrow();
    assertThat(sender.organization()).contains("GREAT LAKES SHIPPERS ASSOCIATION");
    assertThat(sender.prefix()).contains("Dr.");
    assertThat(sender.first()).contains("Helen");
    assertThat(sender.last()).contains("van der Berg");
    assertThat(sender.suffix()).contains("Jr.");
    assertThat(sender.street()).contains("P.O. Box 1200");
    assertThat(sender.zip()).contains("44101-1200");
    assertThat(letter.addressee().orElseThrow().value()).isEqualTo("Mr. Alan D. Bersin");
    assertThat(letter.subject().orElseThrow().value())
        .isEqualTo("Hours of service at the Port of Ashtabula");
    assertThat(letter.subject().orElseThrow().reason()).contains("Re:");
  }

  @Test
  void aLetterWhoseDateComesFirstAndWhoseSenderSignsBelow() {
    LetterSuggestions letter =
        of(
            """
            7/4/2012

            Office of the Secretary
            Washington, DC 20528

            To Whom It May Concern:

            We write to ask for a copy of the report.

            Respectfully,
            Juan Castellanos
            12 Main Street
            Laredo, TX 78040
            """);
    assertThat(letter.letterDate().orElseThrow().value()).isEqualTo(LocalDate.of(2012, 7, 4));
    LetterSuggestions.Sender sender = letter.sender().orElseThrow();
    assertThat(sender.last()).contains("Castellanos");
    assertThat(sender.city()).contains("Laredo");
    assertThat(letter.addressee().orElseThrow().value()).isEqualTo("Office of the Secretary");
    assertThat(letter.subject().orElseThrow().value()).isEqualTo("To ask for a copy of the report");
  }

  @Test
  void whatIsNoLetterSuggestsNothing() {
    assertThat(of("Invoice 12345\nTotal 17.50")).isEqualTo(LetterSuggestions.NONE);
    assertThat(of("")).isEqualTo(LetterSuggestions.NONE);
    assertThat(LetterSuggestions.of("")).isEqualTo(LetterSuggestions.NONE);
  }

  @Test
  void anImpossibleDateIsNoDate() {
    assertThat(of("February 31, 2010\n\nDear Sir:").letterDate()).isEmpty();
  }

  @Test
  void textsMadeToStallAreReadInNoTime() {
    for (String nasty :
        List.of(
            "a".repeat(200_000),
            "Re: ".repeat(50_000),
            "1 ".repeat(100_000),
            "Dear " + "x ".repeat(100_000),
            "a@".repeat(100_000),
            ("I am writing about " + "x. ".repeat(100)).repeat(300),
            "A.A.A.A.A.A. ".repeat(20_000) + "MN 55802",
            "(555) ".repeat(40_000))) {
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> of(nasty));
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> of(nasty.replace(" ", "\n")));
    }
  }

  @Provide
  Arbitrary<String> scraps() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "Dear Madam Secretary:",
                "January 8, 2007",
                "99/99/9999",
                "Duluth, MN 55802",
                "Re:",
                "Re: x",
                "Sincerely,",
                "The Honorable",
                "Mr.",
                "Jr.",
                "I am writing about",
                "Dr. de la",
                "P.O. Box 1",
                "\f",
                ""),
            Arbitraries.strings().ofMaxLength(40));
    return parts.list().ofMaxSize(30).map(lines -> String.join("\n", lines));
  }

  @Property(tries = 2000)
  void noTextMakesItFailAndWhatIsKeptComesBack(@ForAll("scraps") String text) throws IOException {
    LetterSuggestions letter = of(text);
    assertThat(LetterSuggestions.read(new ByteArrayInputStream(letter.json()))).isEqualTo(letter);
  }
}
