package org.chancery.core.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CardTextTest {
  private static Map<String, String> read(String text) {
    return CardText.read(text).stream()
        .collect(Collectors.toMap(CardField::field, CardField::value));
  }

  @Test
  void aCardWithEverythingIsUnderstood() {
    Map<String, String> card =
        read(
            """
            GULF COAST RELIEF NETWORK

            Dr. Simone A. LaRue, PhD
            Volunteer Coordinator
            418 Harbor Street, Suite 2
            Mobile, AL 36602-1234
            Office: (251) 555-0116 ext. 4   Fax: 251-555-0117
            Cell: 251.555.0118
            slarue@gcrn.example.org | www.gcrn.example.org
            """);

    assertThat(card)
        .containsEntry("salutation", "Dr.")
        .containsEntry("firstName", "Simone")
        .containsEntry("middleName", "A.")
        .containsEntry("lastName", "LaRue")
        .containsEntry("suffix", "PhD")
        .containsEntry("position", "Volunteer Coordinator")
        .containsEntry("organization", "GULF COAST RELIEF NETWORK")
        .containsEntry("workStreet", "418 Harbor Street, Suite 2")
        .containsEntry("city", "Mobile")
        .containsEntry("state", "AL")
        .containsEntry("zip", "36602-1234")
        .containsEntry("officePhone", "(251) 555-0116 ext. 4")
        .containsEntry("officeFax", "251-555-0117")
        .containsEntry("mobilePhone", "251.555.0118")
        .containsEntry("email", "slarue@gcrn.example.org")
        .containsEntry("url", "https://www.gcrn.example.org");
  }

  @Test
  void aNameInCapitalsIsWrittenAsNamesAre() {
    assertThat(read("MARY-ANN O'NEIL\nCity of Yuma\nMayor"))
        .containsEntry("firstName", "Mary-Ann")
        .containsEntry("lastName", "O'Neil")
        .containsEntry("position", "Mayor")
        .containsEntry("organization", "City of Yuma");
  }

  @Test
  void whatStandsInTheMailAddressTellsTheNameFromOtherWords() {
    assertThat(read("Blue Heron\nPeter van der Berg\nberg@heron.example.com"))
        .containsEntry("firstName", "Peter")
        .containsEntry("lastName", "van der Berg")
        .containsEntry("organization", "Blue Heron");
  }

  @Test
  void eachFieldNamesTheLineItWasReadIn() {
    assertThat(CardText.read("Ivo Lark\nT: 928 555 0100"))
        .contains(new CardField("officePhone", "928 555 0100", "T: 928 555 0100"))
        .contains(new CardField("lastName", "Lark", "Ivo Lark"));
  }

  @Test
  void whatIsNoCardTellsNothing() {
    assertThat(CardText.read("")).isEmpty();
    assertThat(CardText.read("%%% 12 --\n:;")).isEmpty();
  }
}
