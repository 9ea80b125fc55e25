package org.chancery.core.addresses;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The states and territories: their letters, and the FEMA region each is in (44 CFR 2). */
public final class States {
  private static final String[] REGIONS = {
    "CT ME MA NH RI VT",
    "NJ NY PR VI",
    "DE DC MD PA VA WV",
    "AL FL GA KY MS NC SC TN",
    "IL IN MI MN OH WI",
    "AR LA NM OK TX",
    "IA KS MO NE",
    "CO MT ND SD UT WY",
    "AZ CA HI NV AS GU MP FM MH PW",
    "AK ID OR WA"
  };
  private static final String NAMES =
      "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,"
          + "DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,"
          + "IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,"
          + "MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,"
          + "MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,"
          + "NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,"
          + "PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,"
          + "TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,"
          + "WY Wyoming,PR Puerto Rico,VI Virgin Islands,GU Guam,AS American Samoa,"
          + "MP Northern Mariana Islands,FM Federated States of Micronesia,MH Marshall Islands,"
          + "PW Palau,AA Armed Forces Americas,AE Armed Forces Europe,AP Armed Forces Pacific";

  /** In free association with the United States. */
  private static final List<String> ABROAD = List.of("FM", "MH", "PW");

  private static final Map<String, String> BY_NAME = new HashMap<>();
  private static final Map<String, Integer> REGION = new HashMap<>();

  static {
    for (String each : NAMES.split(",")) {
      BY_NAME.put(each.substring(3).toUpperCase(Locale.ROOT), each.substring(0, 2));
      BY_NAME.put(each.substring(0, 2), each.substring(0, 2));
    }
    for (int i = 0; i < REGIONS.length; i++) {
      for (String state : REGIONS[i].split(" ")) {
        REGION.put(state, i + 1);
      }
    }
  }

  private States() {}

  /** The two letters of what may be letters or a name; empty for what is neither. */
  public static Optional<String> letters(String state) {
    String plain = state.replace(".", "").toUpperCase(Locale.ROOT).strip();
    return Optional.ofNullable(BY_NAME.get(plain));
  }

  /** Names by letters, without the armed forces' and what is abroad. */
  static Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (String each : NAMES.split(",")) {
      if (REGION.containsKey(each.substring(0, 2)) && !ABROAD.contains(each.substring(0, 2))) {
        names.put(each.substring(3), each.substring(0, 2));
      }
    }
    Map<String, String> byLetters = new LinkedHashMap<>();
    names.forEach((name, letters) -> byLetters.put(letters, name));
    return byLetters;
  }

  static OptionalInt femaRegion(String state) {
    Integer region = REGION.get(state);
    return region == null ? OptionalInt.empty() : OptionalInt.of(region);
  }
}
