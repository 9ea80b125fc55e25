package org.chancery.core.addresses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A street line in the form the Postal Service prefers (Publication 28, Postal Addressing
 * Standards): capitals, no punctuation, the usual suffixes, directions and units abbreviated.
 */
public final class DeliveryLine {
  /** Publication 28, appendix C1: the suffixes that are in common use. */
  private static final Map<String, String> SUFFIXES =
      table(
          "ALLEY ALY,AVENUE AVE,AVENU AVE,AV AVE,BEACH BCH,BEND BND,BOULEVARD BLVD,BOUL BLVD,BRANCH BR,"
              + "BRIDGE BRG,BROOK BRK,BYPASS BYP,CAUSEWAY CSWY,CENTER CTR,CENTRE CTR,CIRCLE CIR,"
              + "COURT CT,COURTS CTS,COVE CV,CREEK CRK,CRESCENT CRES,CROSSING XING,DRIVE DR,DRIV DR,"
              + "ESTATES ESTS,EXPRESSWAY EXPY,EXTENSION EXT,FALLS FLS,FERRY FRY,FIELD FLD,FOREST FRST,"
              + "FREEWAY FWY,GARDENS GDNS,GATEWAY GTWY,GLEN GLN,GREEN GRN,GROVE GRV,HARBOR HBR,"
              + "HAVEN HVN,HEIGHTS HTS,HIGHWAY HWY,HILL HL,HILLS HLS,HOLLOW HOLW,ISLAND IS,"
              + "JUNCTION JCT,KNOLL KNL,LAKE LK,LANDING LNDG,LANE LN,MANOR MNR,MEADOW MDW,"
              + "MEADOWS MDWS,MILL ML,MOUNT MT,MOUNTAIN MTN,ORCHARD ORCH,PARKWAY PKWY,PLACE PL,"
              + "PLAIN PLN,PLAZA PLZ,POINT PT,PORT PRT,PRAIRIE PR,RANCH RNCH,RIDGE RDG,RIVER RIV,"
              + "ROAD RD,ROADS RDS,SHORE SHR,SHORES SHRS,SPRING SPG,SPRINGS SPGS,SQUARE SQ,"
              + "STATION STA,STREAM STRM,STREET ST,STR ST,SUMMIT SMT,TERRACE TER,TRACE TRCE,TRAIL TRL,"
              + "TURNPIKE TPKE,UNION UN,VALLEY VLY,VIEW VW,VILLAGE VLG,VISTA VIS,WELLS WLS");

  private static final Map<String, String> DIRECTIONS =
      table("NORTH N,SOUTH S,EAST E,WEST W,NORTHEAST NE,NORTHWEST NW,SOUTHEAST SE,SOUTHWEST SW");

  /** Publication 28, appendix C2. */
  private static final Map<String, String> UNITS =
      table(
          "APARTMENT APT,BUILDING BLDG,DEPARTMENT DEPT,FLOOR FL,HANGAR HNGR,LOT LOT,PENTHOUSE PH,"
              + "ROOM RM,SPACE SPC,SUITE STE,TRAILER TRLR,UNIT UNIT");

  /** What the post writes out: the words belong to the name of the road. */
  private static final Set<String> ROADS =
      Set.of("COUNTY", "STATE", "FARM", "RANCH", "TOWNSHIP", "INTERSTATE", "US");

  private DeliveryLine() {}

  private static Map<String, String> table(String pairs) {
    Map<String, String> table = new HashMap<>();
    Arrays.stream(pairs.split(","))
        .map(pair -> pair.split(" "))
        .forEach(pair -> table.put(pair[0], pair[1]));
    return Map.copyOf(table);
  }

  /** The line in that form; what is none of a street stays, in capitals. */
  public static String of(String line) {
    String plain =
        line.toUpperCase(Locale.ROOT)
            .replaceAll("\\bP\\s*\\.?\\s*O\\s*\\.?\\s*(?:BOX|DRAWER)\\b", "PO BOX")
            .replaceAll("^POST OFFICE BOX\\b", "PO BOX")
            .replaceAll("^(?:RURAL ROUTE|RURAL RT|R R|RFD)\\b", "RR")
            .replaceAll("^HIGHWAY CONTRACT(?: ROUTE)?\\b", "HC")
            .replaceAll("#\\s*", "# ")
            .replaceAll("(?<=\\D)\\.|\\.(?=\\D|$)", " ")
            .replaceAll("[,;:\"'’()]", " ")
            .replaceAll("\\s+", " ")
            .strip();
    List<String> words = new ArrayList<>(List.of(plain.split(" ")));
    int unit = unit(words);
    List<String> street = words.subList(0, unit);
    abbreviate(street);
    for (int i = unit; i < words.size(); i++) {
      words.set(i, UNITS.getOrDefault(words.get(i), words.get(i)));
    }
    return String.join(" ", words);
  }

  /** Where the unit begins; the end when there is none. */
  private static int unit(List<String> words) {
    for (int i = 2; i < words.size(); i++) {
      boolean named = UNITS.containsKey(words.get(i)) || UNITS.containsValue(words.get(i));
      boolean numbered = i + 1 < words.size() && words.get(i + 1).matches("[A-Z]|.*\\d.*");
      if (words.get(i).equals("#") || named && numbered) {
        return i;
      }
    }
    return words.size();
  }

  private static void abbreviate(List<String> street) {
    if (street.size() < 3 || !street.get(0).matches("\\d.*")) {
      return;
    }
    int last = street.size() - 1;
    // "100 MAIN STREET NORTHWEST": the direction follows the suffix.
    boolean after = DIRECTIONS.containsKey(street.get(last)) && isSuffix(street.get(last - 1));
    if (after && street.size() > 3) {
      street.set(last, DIRECTIONS.get(street.get(last)));
      last--;
    }
    boolean named = last > 1 && !ROADS.contains(street.get(last - 1));
    if (named) {
      street.set(last, SUFFIXES.getOrDefault(street.get(last), street.get(last)));
    }
    // "100 NORTH AVENUE": the direction is the street's own name.
    boolean before = DIRECTIONS.containsKey(street.get(1)) && last > 2;
    if (before) {
      street.set(1, DIRECTIONS.get(street.get(1)));
    }
  }

  private static boolean isSuffix(String word) {
    return SUFFIXES.containsKey(word) || SUFFIXES.containsValue(word);
  }
}
