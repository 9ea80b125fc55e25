package org.chancery.benchmarks.labelled;

import java.util.List;
import java.util.Locale;

/** What goes wrong when people type, and when cards are read by machine. */
final class Noise {
  private static final List<String> KEYS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
  private static final String[][] MISREAD = {
    {"rn", "m"}, {"m", "rn"}, {"cl", "d"}, {"l", "1"}, {"i", "l"}, {"o", "0"}, {"O", "0"},
    {"e", "c"}, {"S", "5"}, {"B", "8"}, {"h", "b"}, {"I", "l"}, {"vv", "w"}, {"w", "vv"},
    {"u", "ii"}, {"n", "ri"}, {" ", ""}, {".", ","}, {"g", "q"}, {"t", "f"}
  };
  private static final String[][] STREET_WORDS = {
    {"Street", "St"}, {"Avenue", "Ave"}, {"Road", "Rd"}, {"Drive", "Dr"}, {"Boulevard", "Blvd"},
    {"Lane", "Ln"}, {"Court", "Ct"}, {"Parkway", "Pkwy"}, {"Place", "Pl"}, {"North ", "N "},
    {"South ", "S "}, {"East ", "E "}, {"West ", "W "}, {"Northwest ", "NW "}, {"Suite", "Ste"},
    {"Apt", "#"}
  };
  private static final String[][] TITLE_WORDS = {
    {"Director", "Dir."},
    {"Deputy", "Dep."},
    {"Assistant", "Asst."},
    {"Coordinator", "Coord."},
    {"Manager", "Mgr"},
    {"Officer", "Ofcr"},
    {"Senior", "Sr."},
    {"Vice President", "VP"},
    {"Executive", "Exec."},
    {"Associate", "Assoc."},
    {"Engineer", "Engr"},
    {"Chief Executive Officer", "CEO"},
    {"Administrator", "Admin."},
    {"Lieutenant", "Lt."},
    {"Captain", "Capt."},
    {"Professor", "Prof."},
    {"Emergency Management", "EM"}
  };

  private final Dice dice;

  Noise(Dice dice) {
    this.dice = dice;
  }

  /** Two letters that stand side by side change places. */
  String transposed(String text) {
    if (text.length() < 4) {
      return text;
    }
    for (int i = 0; i < 8; i++) {
      int at = dice.between(1, text.length() - 2);
      char a = text.charAt(at);
      char b = text.charAt(at + 1);
      if (a != b && Character.isLetterOrDigit(a) && Character.isLetterOrDigit(b)) {
        return text.substring(0, at) + b + a + text.substring(at + 2);
      }
    }
    return text;
  }

  /** One slip: letters transposed, one left out, doubled, or a neighbour's key hit. */
  String typo(String text) {
    if (text.length() < 3) {
      return text;
    }
    int at = dice.between(1, text.length() - 1);
    char hit = text.charAt(at);
    return switch (dice.below(5)) {
      case 0, 1 -> transposed(text);
      case 2 -> text.substring(0, at) + text.substring(at + 1);
      case 3 -> text.substring(0, at) + hit + text.substring(at);
      default -> text.substring(0, at) + neighbour(hit) + text.substring(at + 1);
    };
  }

  private char neighbour(char key) {
    if (Character.isDigit(key)) {
      return (char) ('0' + (key - '0' + dice.between(1, 9)) % 10);
    }
    char lower = Character.toLowerCase(key);
    for (String row : KEYS) {
      int at = row.indexOf(lower);
      if (at >= 0) {
        int next = at == 0 ? 1 : at == row.length() - 1 || dice.chance(0.5) ? at - 1 : at + 1;
        return row.charAt(next);
      }
    }
    return key;
  }

  /** One misreading of a printed card; the text as it is when nothing in it is easily misread. */
  String misread(String text) {
    for (int i = 0; i < 12; i++) {
      String[] pair = dice.of(MISREAD);
      int at = text.indexOf(pair[0], text.length() > 4 ? dice.below(text.length() / 2) : 0);
      if (at >= 0) {
        return text.substring(0, at) + pair[1] + text.substring(at + pair[0].length());
      }
    }
    return text;
  }

  /** One digit wrong, or two transposed. */
  String wrongDigit(String digits) {
    int at = dice.between(3, digits.length() - 1);
    if (dice.chance(0.4) && digits.charAt(at) != digits.charAt(at - 1)) {
      return digits.substring(0, at - 1)
          + digits.charAt(at)
          + digits.charAt(at - 1)
          + digits.substring(at + 1);
    }
    char other = (char) ('0' + (digits.charAt(at) - '0' + dice.between(1, 9)) % 10);
    return digits.substring(0, at) + other + digits.substring(at + 1);
  }

  /** Ten digits as somebody would write them. */
  String phone(String digits) {
    String a = digits.substring(0, 3);
    String b = digits.substring(3, 6);
    String c = digits.substring(6);
    return switch (dice.below(9)) {
      case 0, 1 -> "(" + a + ") " + b + "-" + c;
      case 2, 3 -> a + "-" + b + "-" + c;
      case 4 -> a + "." + b + "." + c;
      case 5 -> digits;
      case 6 -> "+1 " + a + " " + b + " " + c;
      case 7 -> "1-" + a + "-" + b + "-" + c;
      default -> a + "/" + b + "-" + c;
    };
  }

  String extension(String number) {
    return dice.of(" x", " ext. ", " Ext ", ", ext ", " #", " x. ") + number;
  }

  String street(Places.Address address) {
    String street = address.street();
    boolean brief = dice.chance(0.6);
    String unit = address.unit();
    if (!unit.isEmpty() && dice.chance(0.7)) {
      street += (dice.chance(0.7) ? ", " : " ") + unit;
    }
    if (brief) {
      street = words(street, STREET_WORDS) + (dice.chance(0.15) ? "." : "");
    }
    return street;
  }

  String title(String title) {
    if (dice.chance(0.35)) {
      return words(title, TITLE_WORDS);
    }
    return dice.chance(0.06) ? title.replace(" of ", ", ") : title;
  }

  private static String words(String text, String[][] pairs) {
    String changed = text;
    for (String[] pair : pairs) {
      changed = changed.replace(pair[0], pair[1]);
    }
    return changed;
  }

  /** The same mailbox, written otherwise. */
  String sameMailbox(String email) {
    int at = email.indexOf('@');
    return switch (dice.below(4)) {
      case 0 -> email.toUpperCase(Locale.ROOT);
      case 1 ->
          Character.toUpperCase(email.charAt(0)) + email.substring(1, at) + email.substring(at);
      case 2 ->
          email.endsWith("gmail.com")
              ? email.substring(0, at) + "+" + dice.of("news", "work", "list") + email.substring(at)
              : "mailto:" + email;
      default -> dice.chance(0.5) ? " " + email : "<" + email + ">";
    };
  }

  /** An e-mail address with a slip in it. */
  String wrongMailbox(String email) {
    int at = email.indexOf('@');
    String local = email.substring(0, at);
    String domain = email.substring(at + 1);
    return switch (dice.below(4)) {
      case 0 -> local + "@" + transposed(domain);
      case 1 -> local.replace(".", "") + "@" + (local.contains(".") ? domain : typo(domain));
      case 2 -> local + "@" + domain.replaceAll("\\.(com|org|gov|edu|net)$", ".$1m");
      default -> typo(local) + "@" + domain;
    };
  }
}
