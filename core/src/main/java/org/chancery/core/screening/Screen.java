package org.chancery.core.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Finds in a text what the rules of a list flag. */
public final class Screen {
  static final String SHIPPED = "screening.txt";

  private final List<Rule> rules;

  private Screen(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * By the rules of a list.
   *
   * @throws IllegalArgumentException naming the line that is not well
   */
  public static Screen of(String list) {
    return new Screen(Rule.all(list.lines()));
  }

  /** The list that came with this version. */
  public static String shipped() {
    try (InputStream in = Screen.class.getResourceAsStream(SHIPPED);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return String.join("\n", lines.lines().toList()) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Span(int from, int to) {
    boolean within(Span other) {
      return from >= other.from && to <= other.to;
    }
  }

  /** What is flagged, in the order of the text; of one kind, no two overlap. */
  public List<Flag> flags(String given) {
    String text = given.replace('’', '\'');
    List<Flag> found = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.kind() != Rule.Kind.EXCEPT) {
        List<Span> excepted = excepted(rule.flag(), text);
        spans(rule, text)
            .filter(span -> excepted.stream().noneMatch(span::within))
            .forEach(span -> add(found, rule.flag(), span, text));
      }
    }
    found.sort(Comparator.comparing(Flag::from).thenComparing(Flag::flag));
    return List.copyOf(found);
  }

  private List<Span> excepted(String flag, String text) {
    return rules.stream()
        .filter(rule -> rule.kind() == Rule.Kind.EXCEPT && rule.flag().equals(flag))
        .flatMap(rule -> spans(rule, text))
        .toList();
  }

  private static Stream<Span> spans(Rule rule, String text) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = rule.pattern().matcher(text);
    while (matcher.find()) {
      if (matcher.end() > matcher.start() && rule.holds(matcher.group())) {
        spans.add(new Span(matcher.start(), matcher.end()));
      }
    }
    return spans.stream();
  }

  private static void add(List<Flag> found, String flag, Span span, String text) {
    boolean overlaps =
        found.stream()
            .anyMatch(
                each ->
                    each.flag().equals(flag) && each.from() < span.to() && span.from() < each.to());
    if (!overlaps) {
      found.add(new Flag(flag, span.from(), span.to(), text.substring(span.from(), span.to())));
    }
  }
}
