package org.chancery.core.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chancery.core.intake.LetterSuggestions.Dated;
import org.chancery.core.intake.LetterSuggestions.Said;
import org.chancery.core.intake.LetterSuggestions.Sender;

/**
 * The first page of a letter as Americans lay them out: sender's block or letterhead, date,
 * addressee's block, salutation, body, closing, signature. Made for text that was recognised: lines
 * may be torn or misread, and nothing here may fail because of it.
 */
final class LetterText {
  private static final int LONGEST_LINE = 300;
  private static final int MOST_LINES = 400;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
          + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?i)\\b" + MONTH + "\\s{0,3}(\\d{1,2})(?:st|nd|rd|th)?\\s{0,2}[,.]?\\s{0,3}(\\d{4})\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}" + MONTH + ",?\\s{1,3}(\\d{4})\\b");
  private static final Pattern SLASHED =
      Pattern.compile("\\b(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})\\b");
  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");

  private static final Pattern SALUTATION =
      Pattern.compile(
          "(?i)^(?:my\\s+)?dear\\b.{0,120}$|^to whom it may concern\\b.{0,40}$"
              + "|^(?:ladies and )?gentlemen\\s*[:,]?$");
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)^(?:very |most )?(?:sincerely|respectfully|cordially|truly|faithfully"
              + "|best regards|kind regards|warm regards|with best wishes|regards|yours)\\b.{0,30}$");
  private static final Pattern CITY =
      Pattern.compile(
          "^(\\p{L}[\\p{L}.' -]{1,60}?)\\s{0,2}[,.]?\\s{1,3}([A-Z]{2})\\.?,?\\s{1,3}"
              + "(\\d{5}(?:-\\d{4})?)\\s*$");
  private static final Pattern STREET =
      Pattern.compile(
          "(?i)^(?:\\d{1,6}[A-Z]?(?:[ -]|½).{2,80}|p\\.?\\s?o\\.?\\s+box\\s+.{1,40}"
              + "|(?:rural route|rr)\\s+\\d.{0,40}|one\\s+\\p{L}.{2,60}\\s+(?:plaza|square|way|center))$");
  private static final Pattern PHONE =
      Pattern.compile("(?:\\+?1[ .-]?)?\\(?\\b\\d{3}\\)?[ .-]{0,2}\\d{3}[ .-]\\d{4}\\b");
  private static final Pattern FAX = Pattern.compile("(?i)^\\s*(?:fax|facsimile)\\b");
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,6}");
  private static final Pattern SUBJECT_LINE =
      Pattern.compile("(?i)^(re|ref|reference|subject|in re)\\s{0,2}[:;]\\s{0,4}(.{3,250})$");
  private static final Pattern WRITING =
      Pattern.compile(
          "(?i)\\b(?:(?:[I1l|]|we)\\s?(?:am|are)\\s+(?:writing|contacting you)"
              + "|(?:[I1l|]|we)\\s+(?:write|wish to write)|this letter|this is)\\s+"
              + "(?:to you\\s+)?(?:today\\s+)?(?:is\\s+)?"
              + "(about|regarding|concerning|concerns|in regard to|with regard to|in reference to"
              + "|with respect to|in connection with|on behalf of|in support of|in opposition to"
              + "|to)\\s+(.{3,300}?)(?:[.?!](?=\\s+\\p{Lu}|\\s*$)|$)");
  private static final Pattern ORGANIZATION =
      Pattern.compile(
          "(?i)\\b(?:inc|llc|llp|ltd|corp(?:oration)?|company|co|association|chamber|department"
              + "|university|college|school|church|council|committee|commission|institute|society"
              + "|foundation|coalition|alliance|union|federation|league|center|centre|bank|clinic"
              + "|hospital|authority|agency|bureau|office|congress|senate|house of representatives"
              + "|board|county of|city of|state of|group|partners|network|ministr(?:y|ies)"
              + "|embassy|port|law offices?)\\b");
  private static final Set<String> STATES =
      Set.of(
          ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV"
                  + " NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR"
                  + " VI AA AE AP")
              .split(" "));

  private final List<String> lines = new ArrayList<>();

  LetterText(String page) {
    for (String line : page.split("\\R", MOST_LINES + 1)) {
      if (lines.size() < MOST_LINES) {
        String clean = line.replace('\u00a0', ' ').strip();
        lines.add(clean.length() > LONGEST_LINE ? clean.substring(0, LONGEST_LINE) : clean);
      }
    }
  }

  LetterSuggestions suggestions() {
    OptionalInt salutation = first(SALUTATION, 0, lines.size());
    int head = salutation.orElse(Math.min(lines.size(), 30));
    OptionalInt dateLine =
        IntStream.range(0, head).filter(i -> dateIn(lines.get(i)).isPresent()).findFirst();
    Optional<Dated> date =
        dateLine.isPresent()
            ? dateIn(lines.get(dateLine.getAsInt()))
                .map(value -> new Dated(value, dateReason(dateLine.getAsInt(), salutation)))
            : Optional.empty();
    return new LetterSuggestions(
        date, sender(head, dateLine), addressee(salutation, dateLine), subject(salutation));
  }

  private String dateReason(int line, OptionalInt salutation) {
    String where = salutation.isPresent() ? "above the salutation" : "at the head of the letter";
    return "“" + lines.get(line) + "” stands " + where;
  }

  // ---- sender

  private Optional<Sender> sender(int head, OptionalInt dateLine) {
    Optional<String> signature = signature();
    OptionalInt city = senderCity(head, dateLine);
    int top = 0;
    int end = dateLine.orElse(Math.min(head, city.isPresent() ? city.getAsInt() + 3 : 0));
    String reason = "Address block at the head of the letter";
    if (city.isEmpty()) {
      OptionalInt below = below(closing());
      if (below.isEmpty() && signature.isEmpty()) {
        return Optional.empty();
      }
      city = below;
      top = closing().isPresent() ? closing().getAsInt() + 1 : 0;
      end = lines.size();
      reason = "Signature at the end of the letter";
    }
    int from = top;
    int to = Math.max(end, city.isPresent() ? city.getAsInt() + 1 : 0);
    List<String> block =
        lines.subList(Math.min(from, to), Math.min(to, lines.size())).stream()
            .filter(line -> !line.isEmpty())
            .toList();
    Optional<Matcher> place =
        city.isPresent()
            ? Optional.of(matched(CITY, lines.get(city.getAsInt())))
            : Optional.empty();
    Optional<String> street =
        block.stream()
            .filter(line -> STREET.matcher(line).matches() && dateIn(line).isEmpty())
            .findFirst();
    Optional<String> organization =
        block.stream()
            .filter(line -> ORGANIZATION.matcher(line).find())
            .filter(line -> street.filter(line::equals).isEmpty())
            .filter(line -> !CITY.matcher(line).matches())
            .findFirst();
    Optional<PersonName> name = name(block, organization, signature);
    if (name.isEmpty() && organization.isEmpty() && place.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Sender(
            name.flatMap(PersonName::prefix),
            name.flatMap(PersonName::first),
            name.flatMap(PersonName::middle),
            name.flatMap(PersonName::last),
            name.flatMap(PersonName::suffix),
            organization,
            street,
            place.map(match -> match.group(1).strip()),
            place.map(match -> match.group(2)),
            place.map(match -> match.group(3)),
            phone(block),
            email(block),
            signature.isPresent() && !reason.startsWith("Signature")
                ? reason + ", and the signature"
                : reason));
  }

  /** The name in the block, else the signature's; a signature fills in for a letterhead. */
  private static Optional<PersonName> name(
      List<String> block, Optional<String> organization, Optional<String> signature) {
    Optional<PersonName> written =
        block.stream()
            .filter(line -> organization.filter(line::equals).isEmpty())
            .filter(line -> !STREET.matcher(line).matches() && !CITY.matcher(line).matches())
            .filter(line -> dateIn(line).isEmpty())
            .limit(3)
            .map(PersonName::of)
            .flatMap(Optional::stream)
            .findFirst();
    Optional<PersonName> signed = signature.flatMap(PersonName::of);
    boolean agree =
        written.isPresent()
            && signed.isPresent()
            && written.get().last().equals(signed.get().last());
    return organization.isPresent() && signed.isPresent() && !agree
        ? signed
        : written.or(() -> signed);
  }

  /** The sender's is the first address of two, or the only one when the date stands below it. */
  private OptionalInt senderCity(int head, OptionalInt dateLine) {
    List<Integer> cities =
        IntStream.range(0, head).filter(i -> isCity(lines.get(i))).boxed().toList();
    if (cities.isEmpty()) {
      return OptionalInt.empty();
    }
    int first = cities.get(0);
    boolean above = dateLine.isPresent() && first < dateLine.getAsInt();
    return cities.size() > 1 || above ? OptionalInt.of(first) : OptionalInt.empty();
  }

  private OptionalInt below(OptionalInt line) {
    return line.isEmpty()
        ? OptionalInt.empty()
        : IntStream.range(line.getAsInt() + 1, lines.size())
            .filter(i -> isCity(lines.get(i)))
            .findFirst();
  }

  private OptionalInt closing() {
    return IntStream.range(0, lines.size())
        .filter(i -> CLOSING.matcher(lines.get(i)).matches())
        .reduce((before, last) -> last)
        .stream()
        .findFirst();
  }

  private Optional<String> signature() {
    OptionalInt closing = closing();
    if (closing.isEmpty()) {
      return Optional.empty();
    }
    return lines.subList(closing.getAsInt() + 1, lines.size()).stream()
        .filter(line -> !line.isEmpty())
        .limit(3)
        .filter(line -> PersonName.of(line).isPresent())
        .findFirst();
  }

  private static Optional<String> phone(List<String> block) {
    for (String line : block) {
      Matcher phone = PHONE.matcher(line);
      if (!FAX.matcher(line).find() && phone.find()) {
        return Optional.of(phone.group().strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> email(List<String> block) {
    for (String line : block) {
      Matcher email = EMAIL.matcher(line);
      if (email.find()) {
        return Optional.of(email.group());
      }
    }
    return Optional.empty();
  }

  // ---- addressee and subject

  private Optional<Said> addressee(OptionalInt salutation, OptionalInt dateLine) {
    if (salutation.isEmpty()) {
      return Optional.empty();
    }
    int end = salutation.getAsInt();
    int start = dateLine.isPresent() ? dateLine.getAsInt() + 1 : blockStart(end);
    for (String line : lines.subList(Math.min(start, end), end)) {
      boolean isName =
          !line.isEmpty()
              && !SUBJECT_LINE.matcher(line).matches()
              && !EMAIL.matcher(line).find()
              && line.chars().filter(Character::isLetter).count() > 3
              && !line.matches("(?i)^(?:via|by|sent)\\b.*");
      if (isName) {
        String value = line.replaceFirst("(?i)^(?:to|attn|attention)\\s*:\\s*", "");
        return Optional.of(new Said(value, "First line of the block above the salutation"));
      }
    }
    return Optional.empty();
  }

  /** Without a date line: the unbroken block of lines above the salutation. */
  private int blockStart(int salutation) {
    int line = salutation - 1;
    while (line >= 0 && lines.get(line).isEmpty()) {
      line--;
    }
    while (line > 0 && !lines.get(line - 1).isEmpty()) {
      line--;
    }
    return Math.max(0, line);
  }

  private Optional<Said> subject(OptionalInt salutation) {
    int end = Math.min(lines.size(), salutation.orElse(30) + 5);
    for (int i = 0; i < end; i++) {
      Matcher line = SUBJECT_LINE.matcher(lines.get(i));
      if (line.matches()) {
        String value = line.group(2).strip();
        boolean goesOn =
            i + 1 < end
                && value.length() > 40
                && !lines.get(i + 1).isEmpty()
                && !SALUTATION.matcher(lines.get(i + 1)).matches();
        return Optional.of(
            new Said(
                shortened(goesOn ? value + " " + lines.get(i + 1) : value),
                "The line that begins “" + line.group(1) + ":”"));
      }
    }
    int body = salutation.isPresent() ? salutation.getAsInt() + 1 : 0;
    String text =
        String.join(" ", lines.subList(body, Math.min(lines.size(), body + 25)))
            .replaceAll("\\s+", " ");
    Matcher sentence = WRITING.matcher(text);
    if (sentence.find()) {
      boolean about = !sentence.group(1).toLowerCase(Locale.ROOT).matches("to|on behalf of|in .*");
      String said = about ? sentence.group(2) : sentence.group(1) + " " + sentence.group(2);
      return Optional.of(
          new Said(shortened(capitalised(said.strip())), "The sentence that says why they write"));
    }
    return Optional.empty();
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String shortened(String text) {
    if (text.length() <= 200) {
      return text;
    }
    int space = text.lastIndexOf(' ', 199);
    return text.substring(0, space > 100 ? space : 199) + "…";
  }

  // ---- lines

  private OptionalInt first(Pattern pattern, int from, int to) {
    return IntStream.range(from, to)
        .filter(i -> pattern.matcher(lines.get(i)).matches())
        .findFirst();
  }

  private static boolean isCity(String line) {
    Matcher match = CITY.matcher(line);
    return match.matches() && STATES.contains(match.group(2));
  }

  private static Matcher matched(Pattern pattern, String line) {
    Matcher match = pattern.matcher(line);
    if (!match.matches()) {
      throw new IllegalStateException("The line was found by this very pattern");
    }
    return match;
  }

  private static Optional<LocalDate> dateIn(String line) {
    Matcher monthFirst = MONTH_FIRST.matcher(line);
    if (monthFirst.find()) {
      return date(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
    }
    Matcher dayFirst = DAY_FIRST.matcher(line);
    if (dayFirst.find()) {
      return date(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1));
    }
    Matcher slashed = SLASHED.matcher(line);
    if (slashed.find()) {
      return date(slashed.group(3), slashed.group(1), slashed.group(2));
    }
    Matcher iso = ISO.matcher(line);
    return iso.find() ? date(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
  }

  private static String month(String name) {
    return String.valueOf(MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() >= 1900 && date.getYear() <= 2200
          ? Optional.of(date)
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
