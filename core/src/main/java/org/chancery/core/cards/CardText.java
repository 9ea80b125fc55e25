package org.chancery.core.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the text of a business card. A guess, whatever it finds: each field is confirmed by
 * somebody who sees the card.
 */
final class CardText {
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,}");
  private static final Pattern URL = Pattern.compile("(?i)\\b(?:https?://\\S+|www\\.[\\w.-]+\\S*)");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\)|\\d{3})[ .-]{0,2}\\d{3}[ .-]\\d{4}"
              + "(?:\\s*(?:x|ext\\.?|extension)\\s*\\d{1,6})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MOBILE =
      Pattern.compile("(?i)\\b(?:mobile|cell(?:ular|phone)?|mob|c|m)\\b\\s*[:.]?");
  private static final Pattern FAX = Pattern.compile("(?i)\\b(?:fax|facsimile|f)\\b\\s*[:.]?");
  private static final Pattern PLACE =
      Pattern.compile("^(.*?)[,\\s]+([A-Z]{2})[,.\\s]+(\\d{5}(?:-\\d{4})?)\\b.*$");
  private static final Pattern STREET =
      Pattern.compile("(?i)^(?:\\d+[\\w-]*\\s+\\S.*|p\\.?\\s?o\\.?\\s*box\\s+\\d+.*)$");
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)\\b(?:director|manager|officer|chief|president|chair(?:man|woman|person)?|mayor"
              + "|sheriff|commissioner|coordinator|administrator|analyst|engineer|secretary"
              + "|counsel|attorney|specialist|supervisor|superintendent|professor|dean|advisor"
              + "|adviser|representative|senator|delegate|governor|liaison|planner|founder|owner"
              + "|partner|captain|lieutenant|sergeant|consultant|executive|assistant|deputy"
              + "|head|ceo|cfo|cio|coo|treasurer|editor|reporter|pastor)\\b");
  private static final Pattern BODY =
      Pattern.compile(
          "(?i)\\b(?:inc|llc|llp|ltd|corp(?:oration)?|company|co|department|dept|agency|bureau"
              + "|office of|county|city of|town of|state of|university|college|school|hospital"
              + "|association|foundation|council|commission|committee|chamber|network|union|bank"
              + "|authority|institute|center|centre|group|services|society|church|ministries"
              + "|police|fire|district|coalition|alliance|federation|partners|bar)\\b");
  private static final Set<String> SALUTATIONS =
      Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "hon", "rev", "fr", "sen", "rep", "gov");
  private static final Set<String> SUFFIXES =
      Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "jd", "esq", "pe", "cpa", "mba", "rn");
  private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*");
  private static final Set<String> PARTICLES =
      Set.of("de", "la", "del", "van", "von", "der", "den", "da", "di", "du", "el", "al", "bin");

  private final List<String> lines = new ArrayList<>();
  private final Map<String, CardField> found = new LinkedHashMap<>();

  private CardText(String text) {
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
  }

  /** What is read of a card's text, in the order in which a person is entered. */
  static List<CardField> read(String text) {
    CardText card = new CardText(text);
    card.reach();
    card.place();
    card.who();
    return List.copyOf(card.found.values());
  }

  private void add(String field, String value, String line) {
    String plain = value.strip().replaceAll("[,;|·•]+$", "").strip();
    if (!plain.isEmpty()) {
      found.putIfAbsent(field, new CardField(field, plain, line));
    }
  }

  /** Addresses and numbers: what says by its form what it is. */
  private void reach() {
    List<String> rest = new ArrayList<>();
    for (String line : lines) {
      String left = take(EMAIL, "email", line, line);
      left = take(URL, "url", line, left);
      left = phones(line, left);
      boolean said = left.length() < line.length();
      String plain = left.replaceAll("(?i)\\b(?:e-?mail|web|url|www|tel|phone)\\b", "");
      if (!said || plain.replaceAll("[^\\p{L}]", "").length() > 3) {
        rest.add(said ? left.strip() : line);
      }
    }
    lines.clear();
    lines.addAll(rest);
  }

  private String take(Pattern pattern, String field, String line, String left) {
    Matcher matcher = pattern.matcher(left);
    if (!matcher.find()) {
      return left;
    }
    String value = matcher.group();
    boolean bare = field.equals("url") && !value.toLowerCase(Locale.ROOT).startsWith("http");
    add(field, bare ? "https://" + value : value, line);
    return matcher.replaceAll(" ");
  }

  private String phones(String line, String left) {
    Matcher matcher = PHONE.matcher(left);
    int from = 0;
    boolean any = false;
    while (matcher.find()) {
      any = true;
      // What stands between the number before and this one says which it is.
      String label = left.substring(from, matcher.start());
      from = matcher.end();
      String field =
          MOBILE.matcher(label).find()
              ? "mobilePhone"
              : FAX.matcher(label).find() ? "officeFax" : "officePhone";
      add(field, matcher.group(), line);
    }
    return any
        ? PHONE
            .matcher(left)
            .replaceAll(" ")
            .replaceAll(
                "(?i)\\b(?:mobile|cell|cellular|mob|fax|facsimile|tel|telephone|phone|office"
                    + "|direct|main|desk|[tfmcopd])\\b\\s*[:.]",
                " ")
        : left;
  }

  private void place() {
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = PLACE.matcher(lines.get(i));
      if (!matcher.matches()) {
        continue;
      }
      String line = lines.remove(i);
      String before = matcher.group(1).strip();
      int comma = before.lastIndexOf(',');
      boolean together = comma > 0 && STREET.matcher(before).matches();
      if (together) {
        add("workStreet", before.substring(0, comma), line);
      } else if (i > 0 && STREET.matcher(lines.get(i - 1)).matches()) {
        String street = lines.remove(i - 1);
        add("workStreet", street, street);
      }
      add("city", together ? before.substring(comma + 1) : before, line);
      add("state", matcher.group(2), line);
      add("zip", matcher.group(3), line);
      return;
    }
  }

  private void who() {
    Optional<String> name = nameLine();
    name.ifPresent(
        line -> {
          lines.remove(line);
          name(line);
        });
    lines.stream()
        .filter(line -> ROLE.matcher(line).find())
        .findFirst()
        .ifPresent(
            line -> {
              lines.remove(line);
              add("position", line, line);
            });
    lines.stream()
        .filter(line -> BODY.matcher(line).find())
        .findFirst()
        .or(() -> lines.stream().filter(CardText::isWords).findFirst())
        .ifPresent(line -> add("organization", line, line));
  }

  /** The line that reads most like a name: best one whose family name is in the e-mail address. */
  private Optional<String> nameLine() {
    List<String> names = lines.stream().filter(CardText::isName).toList();
    String mailbox =
        Optional.ofNullable(found.get("email"))
            .map(email -> email.value().replaceAll("@.*", "").toLowerCase(Locale.ROOT))
            .orElse("");
    return names.stream()
        .filter(line -> !mailbox.isEmpty() && mailbox.contains(lastWord(line)))
        .findFirst()
        .or(() -> names.stream().findFirst());
  }

  private static String lastWord(String line) {
    List<String> words = words(line);
    return plain(words.get(words.size() - 1));
  }

  /** The words of a name without degrees and the like behind it. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>(List.of(line.replace(',', ' ').strip().split("\\s+")));
    while (words.size() > 1 && SUFFIXES.contains(plain(words.get(words.size() - 1)))) {
      words.remove(words.size() - 1);
    }
    return words;
  }

  private static String plain(String word) {
    return word.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isName(String line) {
    List<String> words = words(line);
    return words.size() >= 2
        && words.size() <= 5
        && !BODY.matcher(line).find()
        && !ROLE.matcher(line).find()
        && words.stream()
            .allMatch(word -> NAME_WORD.matcher(word).matches() || PARTICLES.contains(word));
  }

  private static boolean isWords(String line) {
    return line.replaceAll("[^\\p{L}]", "").length() > 3 && !line.matches(".*\\d.*");
  }

  private void name(String line) {
    List<String> words = words(line);
    String all = line.replace(',', ' ').strip().replaceAll("\\s+", " ");
    String suffix = all.substring(Math.min(all.length(), String.join(" ", words).length()));
    if (words.size() > 2 && SALUTATIONS.contains(plain(words.get(0)))) {
      add("salutation", words.remove(0), line);
    }
    int last = words.size() - 1;
    while (last > 1 && PARTICLES.contains(words.get(last - 1))) {
      last--;
    }
    add("firstName", cased(words.get(0)), line);
    add("middleName", cased(String.join(" ", words.subList(1, last))), line);
    add("lastName", cased(String.join(" ", words.subList(last, words.size()))), line);
    add("suffix", suffix, line);
  }

  /** Cards like capitals; a name in capitals throughout is written as names are. */
  private static String cased(String name) {
    if (name.length() < 3 || !name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    StringBuilder cased = new StringBuilder();
    boolean begins = true;
    for (char each : name.toCharArray()) {
      cased.append(begins ? each : Character.toLowerCase(each));
      begins = !Character.isLetter(each);
    }
    return cased.toString();
  }
}
