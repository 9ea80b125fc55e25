package org.chancery.core.erasure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.core.matching.NormalForms;
import org.chancery.core.matching.Profile;

/**
 * A name that somebody has or had, as it stands in texts: in either order, with a form of address,
 * an initial or a usual short form.
 */
final class CalledName {
  private static final String WORD = "\\p{L}[\\p{L}'’-]*";
  private static final Pattern EACH_WORD = Pattern.compile(WORD);
  private static final List<String> ADDRESSED =
      List.of(
          ("mr mrs ms miss mx dr prof professor sheriff mayor judge chief captain sergeant senator"
                  + " representative governor reverend director doctor sir madam hon honorable")
              .split(" "));

  private final Optional<String> first;
  private final String last;
  private final Set<String> forms;
  private final Pattern family;
  private final Optional<Pattern> given;
  private final Pattern called;
  private final Pattern turned;
  private final Optional<Pattern> listed;

  CalledName(Optional<String> first, String last) {
    this.first = first.map(String::strip).filter(text -> !text.isEmpty());
    this.last = last.strip();
    forms = names(this.first.orElse(""), this.last);
    String familyName = Wording.literal(this.last);
    family = Pattern.compile(familyName, Wording.FLAGS);
    given =
        this.first
            .filter(name -> name.length() > 1)
            .map(name -> Pattern.compile(Wording.literal(name), Wording.FLAGS));
    called =
        Pattern.compile(
            "(" + WORD + ")\\.?\\s+(?:(" + WORD + ")\\.?\\s+)?" + familyName, Wording.FLAGS);
    turned = Pattern.compile(familyName + "\\s*,\\s*(" + WORD + ")", Wording.FLAGS);
    listed =
        this.first
            .filter(name -> name.length() > 1)
            .map(
                name ->
                    Pattern.compile(familyName + "\\s+" + Wording.literal(name), Wording.FLAGS));
  }

  private static Set<String> names(String first, String last) {
    return NormalForms.of(Profile.named("", first, last)).names();
  }

  /** Whether it says anything that can be looked for. */
  boolean isEmpty() {
    return last.isEmpty();
  }

  String family() {
    return last;
  }

  /** Words that documents which name the person have; each list is a search of its own. */
  Stream<List<String>> words() {
    return first.stream().map(name -> List.of(name, last));
  }

  /** Short phrases by which a letter may mean the person without saying a given name. */
  List<String> phrases() {
    Stream<String> addressed = ADDRESSED.stream().map(each -> each + " " + last);
    Stream<String> initials = first.map(name -> name.substring(0, 1) + " " + last).stream();
    return Stream.concat(initials, addressed).toList();
  }

  /** The text with the person's name replaced. */
  String without(String text, boolean near) {
    String plain = replaced(text, called, each -> means(each.group(1)), 1);
    plain = replaced(plain, called, each -> each.group(2) != null && means(each.group(2)), 2);
    plain = replaced(plain, turned, each -> means(each.group(1)), 0);
    if (listed.isPresent()) {
      plain = listed.get().matcher(plain).replaceAll(Wording.GONE);
    }
    if (near) {
      plain = family.matcher(plain).replaceAll(Wording.GONE);
      if (given.isPresent()) {
        plain = given.get().matcher(plain).replaceAll(Wording.GONE);
      }
    }
    return plain;
  }

  static String replaced(String text, Pattern pattern, Predicate<MatchResult> meant, int from) {
    Matcher found = pattern.matcher(text);
    StringBuilder plain = new StringBuilder();
    int kept = 0;
    while (found.find()) {
      if (meant.test(found.toMatchResult())) {
        plain.append(text, kept, found.start(from)).append(Wording.GONE);
        kept = found.end();
      }
    }
    return plain.append(text.substring(kept)).toString();
  }

  /** Whether what stands beside the family name means this person. */
  private boolean means(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    return ADDRESSED.contains(plain)
        || first.isPresent() && (isInitial(plain) || isGiven(word, plain));
  }

  private boolean isInitial(String plain) {
    return plain.length() == 1 && first.orElseThrow().toLowerCase(Locale.ROOT).startsWith(plain);
  }

  private boolean isGiven(String word, String plain) {
    return plain.equals(first.orElseThrow().toLowerCase(Locale.ROOT))
        || names(word, last).stream().anyMatch(forms::contains);
  }

  /**
   * Whether a text says the given name, or a short form of it, before or behind the family name.
   */
  boolean inFull(String text) {
    return first.isPresent()
        && (called
                .matcher(text)
                .results()
                .anyMatch(
                    each ->
                        isGiven(each.group(1)) || each.group(2) != null && isGiven(each.group(2)))
            || turned.matcher(text).results().anyMatch(each -> isGiven(each.group(1)))
            || listed.filter(each -> each.matcher(text).find()).isPresent());
  }

  private boolean isGiven(String word) {
    return isGiven(word, word.toLowerCase(Locale.ROOT));
  }

  /** Whether a row has the family name and the given name, wherever they stand. */
  boolean inRow(String row) {
    if (!family.matcher(row).find()) {
      return false;
    }
    return first.isEmpty()
        || given.filter(each -> each.matcher(row).find()).isPresent()
        || EACH_WORD.matcher(row).results().anyMatch(each -> isGiven(each.group()));
  }

  /** Whether a correspondent of that name may be the person. */
  boolean sameName(Optional<String> otherFirst, Optional<String> otherLast) {
    return otherLast.isPresent()
        && names(otherFirst.orElse(""), otherLast.get()).stream().anyMatch(forms::contains);
  }
}
