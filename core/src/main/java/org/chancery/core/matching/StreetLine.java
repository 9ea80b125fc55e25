package org.chancery.core.matching;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.addresses.Address;
import org.chancery.core.addresses.DeliveryLine;
import org.chancery.core.addresses.States;

/**
 * A postal address in one form; what is missing is empty.
 *
 * @param number of the house, or of the box
 * @param street its name alone, without direction and suffix, such as MAIN; BOX for a box
 * @param unit suite or apartment, the number alone
 * @param city plain
 * @param state two letters
 * @param zip five digits
 */
record StreetLine(
    String number, String street, String unit, String city, String state, String zip) {
  private static final Pattern BOX = Pattern.compile("^PO BOX\\s+(\\S+).*");
  private static final Pattern UNIT =
      Pattern.compile(
          "\\s(?:APT|STE|UNIT|RM|FL|BLDG|DEPT|SPC|#)\\b\\.?\\s*#?\\s*(.*)$|\\s#\\s*(.*)$");
  private static final Set<String> LITTLE =
      Set.of(
          ("ALY AVE BLVD BR BRG CIR CT CTR CV CRES DR EXPY FWY HWY LN LOOP PKWY PL PLZ PT RD RDG SQ"
                  + " ST TER TRL TPKE VLG WAY XING N S E W NE NW SE SW NORTH SOUTH EAST WEST")
              .split(" "));

  static StreetLine of(Address address) {
    String line =
        address.street().isEmpty() ? "" : DeliveryLine.of(Letters.plain(address.street()));
    String unit = "";
    Matcher units = UNIT.matcher(line);
    if (units.find()) {
      unit = (units.group(1) != null ? units.group(1) : units.group(2)).replaceAll("\\W", "");
      line = line.substring(0, units.start());
    }
    String number = "";
    String street = line;
    Matcher box = BOX.matcher(line);
    int blank = line.indexOf(' ');
    if (box.matches()) {
      number = box.group(1);
      street = "BOX";
    } else if (blank > 0 && Character.isDigit(line.charAt(0))) {
      number = line.substring(0, blank);
      street = name(line.substring(blank + 1));
    }
    return new StreetLine(
        number,
        street,
        unit,
        Letters.words(address.city())
            .replaceAll("\\bsaint\\b", "st")
            .replaceAll("\\bfort\\b", "ft"),
        States.letters(address.state()).orElse(""),
        zip(address.zip()));
  }

  /** Five digits of a ZIP code that may have lost its zeros to a spreadsheet; empty for none. */
  static String zip(String written) {
    String text = written.strip();
    int dash = text.indexOf('-');
    String digits = (dash > 0 ? text.substring(0, dash) : text).replaceAll("\\D", "");
    if (digits.length() == 9) {
      digits = digits.substring(0, 5);
    } else if (digits.length() == 3 || digits.length() == 4) {
      digits = "0".repeat(5 - digits.length()) + digits;
    }
    return digits.length() == 5 && !digits.equals("00000") ? digits : "";
  }

  private static String name(String words) {
    StringBuilder name = new StringBuilder();
    for (String word : words.split(" ")) {
      if (!LITTLE.contains(word)) {
        name.append(name.length() == 0 ? "" : " ").append(word);
      }
    }
    return name.length() == 0 ? words : name.toString();
  }

  boolean hasStreet() {
    return !street.isEmpty();
  }

  /** The building and where it stands, for comparing; empty when there is no street. */
  String building() {
    return street.isEmpty() ? "" : number + " " + street + " " + (zip.isEmpty() ? city : zip);
  }
}
