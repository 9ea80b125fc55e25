package org.chancery.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.chancery.core.addresses.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in many ways has one form. */
class NormalFormsTest {

  private static NameParts name(String prefix, String first, String middle, String last) {
    Profile named = Profile.named("1", first, last);
    return NameParts.of(
        new Profile(
            "1",
            prefix,
            first,
            middle,
            last,
            "",
            List.of(),
            "",
            Reach.NONE,
            Reach.NONE,
            named.address()));
  }

  @ParameterizedTest
  @CsvSource({
    "(614) 555-0142,6145550142,''",
    "+1 614.555.0142 ext. 7,6145550142,7",
    "1-614-555-0142x0045,6145550142,45",
    "6145550142 #12,6145550142,12",
    "tel:+1-614-555-0142,6145550142,''",
    "+44 20 7946 0958,+442079460958,''",
    "011 44 20 7946 0958,+442079460958,''",
    "614-555-HELP,6145554357,''",
  })
  void aPhoneNumberHasOneForm(String written, String number, String extension) {
    assertThat(PhoneNumber.of(written)).contains(new PhoneNumber(number, extension));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n/a", "none", "000-000-0000", "555-555-5555", "123", "TBD later on"})
  void whatIsNoPhoneNumberIsNone(String written) {
    assertThat(PhoneNumber.of(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Ann.Lee+news@GMail.com,annlee@gmail.com",
    "ann.lee@googlemail.com,annlee@gmail.com",
    "ann.lee@gmial.com,annlee@gmail.com",
    "Ann Lee <ann.lee@county.example>,ann.lee@county.example",
    "mailto:a.lee@yaho.com,a.lee@yahoo.com",
    "a.lee@county.con,a.lee@county.com",
    "a.lee@ymail.com,a.lee@ymail.com",
  })
  void anEmailAddressHasOneForm(String written, String address) {
    assertThat(EmailAddress.of(written)).map(EmailAddress::toString).contains(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "@x.org", "a@", "none@none.com", "noreply@x.org", "a@b"})
  void whatIsNoEmailAddressIsNone(String written) {
    assertThat(EmailAddress.of(written)).isEmpty();
  }

  @Test
  void aWholeNameInOneFieldIsTakenApart() {
    assertThat(name("", "", "", "O’Brien, Robert J. Jr."))
        .isEqualTo(
            new NameParts("robert", List.of(), List.of("j"), List.of("obrien"), "obrien", 2, ' '));
    assertThat(name("", "Dr. José \"Pepe\" Núñez-Ortega", "", "").last())
        .containsExactly("nunez", "ortega");
    assertThat(name("", "Dr. José \"Pepe\" Núñez", "", "").also()).containsExactly("pepe");
    assertThat(name("", "Maria", "", "de la Cruz").last()).containsExactly("cruz");
    assertThat(name("", "Maria", "", "Delacruz").family())
        .isEqualTo(name("", "Maria", "", "de la Cruz").family());
    assertThat(name("Mrs", "Mary Ann", "", "Poe").gender()).isEqualTo('f');
    assertThat(name("", "Walter", "", "Brandt III").generation()).isEqualTo(3);
    assertThat(name("", "Huy", "", "Do").family()).isEqualTo("do");
  }

  @Test
  void anOrganizationHasOneForm() {
    assertThat(OrganizationName.of("The Ohio Dept. of Health, Inc.").key())
        .isEqualTo(OrganizationName.of("OHIO DEPARTMENT OF HEALTH").key());
    assertThat(OrganizationName.of("Health Department, Ohio").key())
        .isEqualTo(OrganizationName.of("Ohio Dept of Health").key());
    assertThat(
            OrganizationName.of("FEMA")
                .isAcronymOf(OrganizationName.of("Federal Emergency Management Agency")))
        .isTrue();
    assertThat(OrganizationName.of("U.S. Coast Guard").key())
        .isEqualTo(OrganizationName.of("US Coast Guard").key());
  }

  @Test
  void anAddressHasOneForm() {
    StreetLine one =
        StreetLine.of(
            new Address("246 North High Street, Suite 3", "Saint Paul", "Minnesota", "55101"));
    StreetLine two =
        StreetLine.of(new Address("246 N. High St Ste 3", "St. Paul", "MN", "55101-1234"));
    assertThat(one).isEqualTo(two);
    assertThat(one.unit()).isEqualTo("3");
    assertThat(StreetLine.of(new Address("P.O. Box 12", "Bangor", "ME", "4401")))
        .isEqualTo(StreetLine.of(new Address("PO BOX 12", "Bangor", "me", "04401")));
  }

  @Test
  void aPersonIsKnownByTheSameFormsInWhateverWriting() {
    NormalForms one =
        NormalForms.of(
            written(
                "Bob", "O'Neill", "(614) 555-0134 x12", "B.ONeill+news@gmail.com", "43215-1201"));
    NormalForms two =
        NormalForms.of(written("ROBERT", "ONeill", "1-614-555-0134", "boneill@gmail.com", "43215"));
    assertThat(one).isEqualTo(two);
    assertThat(one.namesWithZip()).containsExactly("robert oneill 43215");
    assertThat(one.phones()).containsExactly("6145550134");
    assertThat(NormalForms.of(Profile.named("1", "B", "Smith")).names()).isEmpty();
  }

  private static Profile written(
      String first, String last, String phone, String email, String zip) {
    return new Profile(
        "1",
        "",
        first,
        "",
        last,
        "",
        List.of(),
        "",
        new Reach(List.of(phone), List.of()),
        new Reach(List.of(), List.of(email)),
        new Address("246 N High St", "Columbus", "OH", zip));
  }

  @Property
  void readingAPhoneNumberTwiceChangesNothing(@ForAll @StringLength(max = 24) String text) {
    PhoneNumber.of(text)
        .ifPresent(
            once ->
                assertThat(PhoneNumber.of(once.number()))
                    .map(PhoneNumber::number)
                    .contains(once.number()));
  }

  @Property
  void readingAnEmailAddressTwiceChangesNothing(@ForAll @StringLength(max = 24) String text) {
    EmailAddress.of(text + "@county.example")
        .ifPresent(once -> assertThat(EmailAddress.of(once.toString())).contains(once));
  }

  @Property
  void plainWordsStayWhatTheyAre(@ForAll @StringLength(max = 40) String text) {
    String once = Letters.words(text);
    assertThat(Letters.words(once)).isEqualTo(once);
  }

  @Property
  void anyTextIsANameAddressAndOrganization(@ForAll @StringLength(max = 40) String text) {
    Profile odd =
        new Profile(
            "1",
            text,
            text,
            text,
            text,
            text,
            List.of(text),
            text,
            new Reach(List.of(text), List.of(text)),
            Reach.NONE,
            new Address(text, text, text, text));
    assertThat(MatchKeys.shared(odd)).isEqualTo(MatchKeys.shared(odd)).doesNotContainNull();
  }
}
