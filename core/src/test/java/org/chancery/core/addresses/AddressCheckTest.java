package org.chancery.core.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suggested for addresses (requirement C6). */
class AddressCheckTest {
  private final AddressCheck check = new AddressCheck(Optional.empty());

  private Map<String, String> suggested(String street, String city, String state, String zip) {
    return check.check(new Address(street, city, state, zip)).suggestions().stream()
        .collect(Collectors.toMap(AddressCheck.Suggestion::field, AddressCheck.Suggestion::value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "118 Cottonwood Lane | 118 COTTONWOOD LN",
        "100 North Main Street, Suite 200 | 100 N MAIN ST STE 200",
        "100 North Avenue | 100 NORTH AVE",
        "1600 Pennsylvania Avenue Northwest | 1600 PENNSYLVANIA AVE NW",
        "12 Avenue Road | 12 AVENUE RD",
        "9467 County Road 14 | 9467 COUNTY ROAD 14",
        "P.O. Box 1142 | PO BOX 1142",
        "Post Office Box 7 | PO BOX 7",
        "Rural Route 2 Box 18 | RR 2 BOX 18",
        "55 Oak St. Apt. 4B | 55 OAK ST APT 4B",
        "55 Oak Street Apartment 4 | 55 OAK ST APT 4",
        "55 Oak Street #4 | 55 OAK ST # 4",
        "1 Center Street | 1 CENTER ST",
        "245 Murray Lane Building 410 | 245 MURRAY LN BLDG 410",
        "4417 Saint Anne Boulevard | 4417 SAINT ANNE BLVD",
        "39.2 Road | 39.2 ROAD",
        "Cottonwood Farm | COTTONWOOD FARM"
      })
  void aStreetIsWrittenAsThePostWritesIt(String given, String wanted) {
    assertThat(suggested(given, "", "", "")).isEqualTo(Map.of("street", wanted));
    assertThat(suggested(wanted, "", "", "")).as("already so").isEmpty();
  }

  @Test
  void stateAndZipMustAgree() {
    AddressCheck.Result result =
        check.check(new Address("118 COTTONWOOD LN", "Fargo", "SD", "58102"));
    assertThat(result.suggestions())
        .anySatisfy(
            each -> {
              assertThat(each.field()).isEqualTo("state");
              assertThat(each.value()).isEqualTo("ND");
              assertThat(each.reason()).contains("58102", "Fargo");
            });
    assertThat(suggested("", "FARGO", "ND", "58102")).isEmpty();
  }

  @Test
  void aZipCodeTellsPlaceCountyAndRegion() {
    AddressCheck.Result result = check.check(new Address("", "", "", "78040"));
    assertThat(suggested("", "", "", "78040"))
        .containsEntry("city", "LAREDO")
        .containsEntry("state", "TX");
    assertThat(result.county()).contains("Webb");
    assertThat(result.femaRegion()).contains(6);
    assertThat(result.source()).contains("GeoNames", "2026", "CC BY 4.0");
    assertThat(check.check(new Address("", "", "", "20528")).femaRegion()).contains(3);
  }

  @Test
  void whatOnlyLooksDifferentIsNoOtherPlace() {
    assertThat(suggested("", "St. Paul", "MN", "55102")).isEqualTo(Map.of("city", "ST PAUL"));
    assertThat(suggested("", "SAINT PAUL", "MN", "55102")).isEmpty();
  }

  @Test
  void writtenOutStatesAndRunTogetherZipCodesAreUnderstood() {
    assertThat(suggested("", "FARGO", "North Dakota", "581021234"))
        .isEqualTo(Map.of("state", "ND", "zip", "58102-1234"));
    assertThat(suggested("", "FARGO", "n.d.", "58102 1234"))
        .isEqualTo(Map.of("state", "ND", "zip", "58102-1234"));
  }

  @Test
  void aPlaceWithOneZipCodeSuggestsIt() {
    assertThat(suggested("", "AKUTAN", "AK", "")).isEqualTo(Map.of("zip", "99553"));
    assertThat(suggested("", "FARGO", "ND", "")).as("several").isEmpty();
  }

  @Test
  void militaryMailHasAStateOfItsOwn() {
    assertThat(suggested("", "APO", "AE", "09009")).isEmpty();
    assertThat(suggested("", "APO", "AP", "09009")).containsEntry("state", "AE");
  }

  @Test
  void whatIsNotKnownIsSaidAndNothingIsSuggested() {
    AddressCheck.Result unknown = check.check(new Address("", "Nowhere", "ND", "00000"));
    assertThat(unknown.notes()).anyMatch(note -> note.contains("00000"));
    assertThat(unknown.county()).isEmpty();
    assertThat(check.check(new Address("", "", "Narnia", "")).notes())
        .anyMatch(note -> note.contains("Narnia"));
    assertThat(check.check(new Address("", "", "", "123")).notes()).hasSize(1);
    assertThat(check.check(new Address(null, null, null, null)).suggestions()).isEmpty();
  }

  @Test
  void anOfficialServiceGoesBeforeTheShippedDataAndMayFail() {
    OfficialAddresses service =
        new OfficialAddresses() {
          @Override
          public String name() {
            return "The service";
          }

          @Override
          public List<AddressCheck.Suggestion> check(Address address) {
            if (address.zip().equals("58103")) {
              throw new IllegalStateException("away");
            }
            return List.of(new AddressCheck.Suggestion("zip", "58102-0001", "Delivery point"));
          }
        };
    AddressCheck both = new AddressCheck(Optional.of(service));
    AddressCheck.Result result = both.check(new Address("", "FARGO", "ND", "58102"));
    assertThat(result.suggestions())
        .containsExactly(new AddressCheck.Suggestion("zip", "58102-0001", "Delivery point"));
    assertThat(result.source()).endsWith("; The service");
    AddressCheck.Result alone = both.check(new Address("", "FARGO", "ND", "58103"));
    assertThat(alone.suggestions()).isEmpty();
    assertThat(alone.notes()).anyMatch(note -> note.contains("could not be asked"));
  }
}
