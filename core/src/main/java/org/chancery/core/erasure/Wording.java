package org.chancery.core.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.matching.EmailAddress;
import org.chancery.core.matching.PhoneNumber;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * What a person is called and reached by, to be found in texts and taken out of them: names in
 * either order, with a form of address, an initial or a short form; numbers in any writing; mail
 * addresses. Of an entry into which others were merged, the names and numbers of all of them.
 */
public final class Wording implements Keeper.Naming {
  /** What stands where words were taken out. */
  static final String GONE = "[erased]";

  static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String GAP = "[\\s().-]{0,3}";
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+", FLAGS);
  private static final int LOCAL = 7;
  private static final int LAST_DIGITS = 4;

  private final List<CalledName> names;
  private final Set<EmailAddress> emails;
  private final List<String> phones;
  private final List<Pattern> own = new ArrayList<>();
  private final List<Pattern> shared = new ArrayList<>();
  private final List<Pattern> ends = new ArrayList<>();

  private Wording(List<Described> all) {
    Set<List<Object>> seen = new LinkedHashSet<>();
    names =
        all.stream()
            .map(Described::person)
            .filter(
                each -> seen.add(List.of(text(each, Stk.FIRST_NAME), text(each, Stk.LAST_NAME))))
            .map(each -> new CalledName(said(each, Stk.FIRST_NAME), text(each, Stk.LAST_NAME)))
            .filter(each -> !each.isEmpty())
            .toList();
    emails =
        all.stream()
            .flatMap(each -> texts(each.contact(), Stk.EMAIL))
            .flatMap(text -> EmailAddress.of(text).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> mine = digits(all, true);
    Set<String> office = digits(all, false);
    phones = Stream.concat(mine.stream(), office.stream()).distinct().toList();
    mine.forEach(digits -> own.add(number(digits)));
    office.forEach(digits -> shared.add(number(digits)));
    all.stream()
        .flatMap(each -> texts(each.contact(), Stk.INSTANT_MESSENGER))
        .distinct()
        .forEach(text -> own.add(Pattern.compile(literal(text), FLAGS)));
    all.stream()
        .flatMap(each -> texts(each.person(), Stk.URL))
        .distinct()
        .forEach(text -> shared.add(Pattern.compile(literal(text), FLAGS)));
    phones.stream()
        .filter(digits -> digits.length() > LOCAL)
        .forEach(digits -> ends.add(number(digits.substring(digits.length() - LOCAL))));
  }

  /** Of a person, with their private contact. */
  static Wording of(Node person, Optional<Node> contact) {
    return of(
        List.of(
            contact.map(each -> Described.of(person, each)).orElseGet(() -> Described.of(person))));
  }

  /** Of all that describes them. */
  static Wording of(List<Described> all) {
    return new Wording(all);
  }

  private static Set<String> digits(List<Described> all, boolean own) {
    Stream<String> texts =
        all.stream()
            .flatMap(
                each ->
                    own
                        ? Stream.concat(
                            texts(each.contact(), Stk.MOBILE_PHONE),
                            texts(each.contact(), Stk.PERSONAL_PHONE))
                        : texts(each.person(), Stk.OFFICE_PHONE));
    return texts
        .flatMap(text -> PhoneNumber.of(text).stream())
        .map(number -> number.number().replaceAll("\\D", ""))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Optional<String> said(Map<QName, Object> values, QName property) {
    return Optional.of(text(values, property)).filter(text -> !text.isEmpty());
  }

  private static String text(Map<QName, Object> values, QName property) {
    return Objects.toString(values.get(property), "").strip();
  }

  private static Stream<String> texts(Map<QName, Object> values, QName property) {
    Object value = values.get(property);
    return value instanceof Collection<?> list
        ? list.stream().map(Object::toString)
        : Stream.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
  }

  /** The words with whatever space, not within another word. */
  static String literal(String text) {
    return "(?<![\\p{L}\\p{N}])"
        + Stream.of(text.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"))
        + "(?![\\p{L}\\p{N}])";
  }

  private static Pattern number(String digits) {
    return Pattern.compile(
        "(?<!\\d)(?:\\+?1"
            + GAP
            + ")?\\+?\\(?"
            + String.join(GAP, digits.split(""))
            + "(?!\\d)(?:\\s*(?:x|ext\\.?|extension)\\s*\\d+)?",
        FLAGS);
  }

  /** Searches that find whatever may name the person, each by itself. */
  List<String> searches() {
    Set<String> all = new LinkedHashSet<>();
    names.forEach(name -> all.add(quoted(name.family())));
    all.addAll(reaches());
    return List.copyOf(all);
  }

  /** Searches that find documents which may name the person; what they say has to be looked at. */
  List<String> documentSearches() {
    Set<String> all = new LinkedHashSet<>();
    for (CalledName name : names) {
      name.words()
          .forEach(
              words ->
                  all.add(words.stream().map(Wording::quoted).collect(Collectors.joining(" "))));
      all.add(name.phrases().stream().map(Wording::quoted).collect(Collectors.joining(" OR ")));
    }
    all.addAll(reaches());
    return List.copyOf(all);
  }

  private Set<String> reaches() {
    Set<String> all = new LinkedHashSet<>();
    emails.forEach(email -> all.add(quoted(email.toString())));
    for (String digits : phones) {
      String end = digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
      all.add(quoted(end));
      all.add(quoted(digits));
      if (digits.length() == 10) {
        String office = digits.substring(3, 6);
        all.add(quoted(office + "." + end));
        all.add(quoted(digits.substring(0, 3) + "." + office + "." + end));
      }
    }
    return all;
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", " ").replace("\\", " ") + "\"";
  }

  /**
   * Whether a text names the person.
   *
   * @param near whether it is of something they took part in, where a family or given name alone
   *     says who is meant
   */
  boolean in(String text, boolean near) {
    return !without(text, near).equals(text);
  }

  /**
   * Whether a text names the person so that nobody else is likely meant: by given and family name,
   * or by a number or address of their own. {@link #in} takes an initial or a form of address for
   * enough.
   */
  boolean surely(String text) {
    return names.stream().anyMatch(name -> name.inFull(text)) || reached(text);
  }

  /**
   * Whether a text may mean the person and does not say so for sure: by the family name with a form
   * of address or an initial alone.
   */
  boolean perhaps(String text) {
    return !surely(text)
        && names.stream().anyMatch(name -> !name.without(text, false).equals(text));
  }

  /** By what is not shared with an office. */
  private boolean reached(String text) {
    return own.stream().anyMatch(each -> each.matcher(text).find())
        || EMAIL
            .matcher(text)
            .results()
            .anyMatch(each -> known(each.group()) && !role(each.group()));
  }

  @Override
  public boolean inRow(String row) {
    return names.stream().anyMatch(name -> name.inRow(row)) || reached(row);
  }

  private static boolean role(String email) {
    return EmailAddress.of(email).filter(EmailAddress::isRole).isPresent();
  }

  @Override
  public String without(String text) {
    return without(text, false);
  }

  /** The text without what names the person. */
  String without(String text, boolean near) {
    String plain = withoutEmails(text);
    for (CalledName name : names) {
      plain = name.without(plain, false);
    }
    for (Pattern pattern : own) {
      plain = pattern.matcher(plain).replaceAll(GONE);
    }
    for (Pattern pattern : shared) {
      plain = pattern.matcher(plain).replaceAll(GONE);
    }
    if (near) {
      for (CalledName name : names) {
        plain = name.without(plain, true);
      }
      for (Pattern pattern : ends) {
        plain = pattern.matcher(plain).replaceAll(GONE);
      }
    }
    return plain.replaceAll("(?:\\Q" + GONE + "\\E\\s*){2,}(?=\\s|$)", GONE);
  }

  private String withoutEmails(String text) {
    return emails.isEmpty()
        ? text
        : CalledName.replaced(text, EMAIL, each -> known(each.group()), 0);
  }

  private boolean known(String email) {
    return EmailAddress.of(email).filter(emails::contains).isPresent();
  }

  /** Whether a correspondent of that name may be the person. */
  boolean sameName(Optional<String> otherFirst, Optional<String> otherLast) {
    return names.stream().anyMatch(name -> name.sameName(otherFirst, otherLast));
  }
}
