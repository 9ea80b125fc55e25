package org.chancery.core.erasure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.matching.EmailAddress;
import org.chancery.core.matching.NormalForms;
import org.chancery.core.matching.PhoneNumber;
import org.chancery.core.matching.Profile;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * What a person is called and reached by, to be found in texts and taken out of them: names in
 * either order, with a form of address, an initial or a short form; numbers in any writing; mail
 * addresses.
 */
public final class Wording {
  /** What stands where words were taken out. */
  static final String GONE = "[erased]";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String WORD = "\\p{L}[\\p{L}'’-]*";
  private static final String GAP = "[\\s().-]{0,3}";
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+", FLAGS);
  private static final Set<String> ADDRESSED =
      Set.of(
          ("mr mrs ms miss mx dr prof professor sheriff mayor judge chief captain sergeant senator"
                  + " representative governor reverend director doctor sir madam hon honorable")
              .split(" "));
  private static final int LOCAL = 7;
  private static final int LAST_DIGITS = 4;

  private final Optional<String> first;
  private final String last;
  private final Set<String> forms;
  private final Set<EmailAddress> emails;
  private final List<String> phones;
  private final List<Pattern> far = new ArrayList<>();
  private final List<Pattern> near = new ArrayList<>();
  private final Pattern called;
  private final Pattern turned;

  private Wording(Node person, Optional<Node> contact) {
    first = person.text(Stk.FIRST_NAME).map(String::strip).filter(text -> !text.isEmpty());
    last = person.text(Stk.LAST_NAME).orElse("").strip();
    forms = names(first.orElse(""), last);
    emails =
        texts(contact, Stk.EMAIL)
            .flatMap(text -> EmailAddress.of(text).stream())
            .collect(Collectors.toSet());
    phones =
        Stream.concat(
                texts(contact, Stk.MOBILE_PHONE),
                Stream.concat(
                    texts(contact, Stk.PERSONAL_PHONE), person.text(Stk.OFFICE_PHONE).stream()))
            .flatMap(text -> PhoneNumber.of(text).stream())
            .map(number -> number.number().replaceAll("\\D", ""))
            .distinct()
            .toList();
    String family = literal(last);
    called = Pattern.compile("(" + WORD + ")\\.?\\s+(?:(" + WORD + ")\\.?\\s+)?" + family, FLAGS);
    turned = Pattern.compile(family + "\\s*,\\s*(" + WORD + ")", FLAGS);
    phones.forEach(digits -> far.add(number(digits)));
    Stream.concat(texts(contact, Stk.INSTANT_MESSENGER), person.text(Stk.URL).stream())
        .map(Wording::literal)
        .forEach(text -> far.add(Pattern.compile(text, FLAGS)));
    near.add(Pattern.compile(family, FLAGS));
    first
        .filter(name -> name.length() > 1)
        .ifPresent(name -> near.add(Pattern.compile(literal(name), FLAGS)));
    phones.stream()
        .filter(digits -> digits.length() > LOCAL)
        .forEach(digits -> near.add(number(digits.substring(digits.length() - LOCAL))));
  }

  /** Of a person, with their private contact. */
  static Wording of(Node person, Optional<Node> contact) {
    return new Wording(person, contact);
  }

  private static Set<String> names(String first, String last) {
    return NormalForms.of(Profile.named("", first, last)).names();
  }

  private static Stream<String> texts(Optional<Node> contact, QName property) {
    return contact.stream().flatMap(node -> node.<String>list(property).stream());
  }

  /** The words with whatever space, not within another word. */
  private static String literal(String text) {
    return "(?<![\\p{L}\\p{N}])"
        + Stream.of(text.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"))
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
    all.add(quoted(last));
    all.addAll(reaches());
    return List.copyOf(all);
  }

  /** Searches that find what names the person in full. */
  List<String> fullSearches() {
    Set<String> all = new LinkedHashSet<>();
    first.ifPresent(
        name -> {
          all.add(quoted(name + " " + last));
          all.add(quoted(last + " " + name));
        });
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
   * Whether a row of a table names the person, where given and family name may stand in fields of
   * their own.
   */
  boolean inRow(String row) {
    boolean family = Pattern.compile(literal(last), FLAGS).matcher(row).find();
    boolean given =
        first.filter(name -> !Pattern.compile(literal(name), FLAGS).matcher(row).find()).isEmpty();
    return family && given || in(row, false);
  }

  /** The text without what names the person. */
  String without(String text, boolean near) {
    String plain = emails.isEmpty() ? text : replaced(text, EMAIL, each -> known(each.group()), 0);
    plain = called(plain);
    plain = replaced(plain, turned, each -> given(each.group(1)), 0);
    for (Pattern pattern : far) {
      plain = pattern.matcher(plain).replaceAll(GONE);
    }
    if (near) {
      for (Pattern pattern : this.near) {
        plain = pattern.matcher(plain).replaceAll(GONE);
      }
    }
    return plain.replaceAll("(?:\\Q" + GONE + "\\E\\s*){2,}(?=\\s|$)", GONE);
  }

  private boolean known(String email) {
    return EmailAddress.of(email).filter(emails::contains).isPresent();
  }

  private String called(String text) {
    String plain = replaced(text, called, each -> given(each.group(1)), 1);
    return replaced(plain, called, each -> each.group(2) != null && given(each.group(2)), 2);
  }

  private static String replaced(
      String text, Pattern pattern, Predicate<MatchResult> meant, int from) {
    Matcher found = pattern.matcher(text);
    StringBuilder plain = new StringBuilder();
    int kept = 0;
    while (found.find()) {
      if (meant.test(found.toMatchResult())) {
        plain.append(text, kept, found.start(from)).append(GONE);
        kept = found.end();
      }
    }
    return plain.append(text.substring(kept)).toString();
  }

  /** Whether what stands before the family name means this person. */
  private boolean given(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    if (ADDRESSED.contains(plain) || first.isEmpty()) {
      return ADDRESSED.contains(plain);
    }
    String name = first.get().toLowerCase(Locale.ROOT);
    boolean initial = plain.length() == 1 && name.startsWith(plain);
    return initial || plain.equals(name) || names(word, last).stream().anyMatch(forms::contains);
  }

  /** Whether a correspondent of that name may be the person. */
  boolean sameName(Optional<String> otherFirst, Optional<String> otherLast) {
    return otherLast.isPresent()
        && names(otherFirst.orElse(""), otherLast.get()).stream().anyMatch(forms::contains);
  }
}
