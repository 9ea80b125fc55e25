package org.chancery.benchmarks.labelled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names as frequent as they roughly are in the United States. The head of the list is written out;
 * the long tail of family names, four of ten people, is put together from syllables.
 */
final class Names {
  /** A name given at birth; forms are what else it is called. */
  record Given(String group, boolean male, String name, double weight, List<String> forms) {}

  private static final List<String> TAIL_STARTS =
      List.of(
          "Ack", "Al", "Ar", "Bal", "Ban", "Bar", "Beck", "Bel", "Ber", "Black", "Brad", "Bran",
          "Bren", "Buck", "Cal", "Car", "Chat", "Clay", "Col", "Cor", "Craw", "Dal", "Dan", "Den",
          "Dray", "Dun", "Ed", "El", "Fal", "Far", "Fen", "Gal", "Gar", "Gil", "Glen", "Gran",
          "Had", "Hal", "Har", "Has", "Hen", "Hol", "Hux", "Ken", "Kil", "Kirk", "Lan", "Lath",
          "Lin", "Lock", "Mar", "Mel", "Mil", "Mor", "Nor", "Oak", "Pem", "Pres", "Rad", "Ram",
          "Red", "Rock", "Ros", "Sal", "Sher", "Stan", "Strat", "Sut", "Tal", "Thorn", "Tre", "Wal",
          "War", "Wes", "Whit", "Win", "Wood", "Wor");
  private static final List<String> TAIL_ENDS =
      List.of(
          "berg", "bert", "bourne", "burn", "by", "combe", "croft", "dale", "den", "don", "field",
          "ford", "gate", "ham", "hurst", "ington", "kins", "land", "ley", "lin", "lock", "man",
          "mer", "mond", "more", "nell", "ridge", "rick", "sby", "shaw", "smith", "sen", "son",
          "stead", "ston", "ter", "thorpe", "ton", "wald", "way", "well", "wick", "wood", "worth");
  private static final double TAIL_WEIGHT = 5200;

  private final Weighted<String> groups = new Weighted<>();
  private final Map<String, Weighted<Given>> givenMale = new HashMap<>();
  private final Map<String, Weighted<Given>> givenFemale = new HashMap<>();
  private final Map<String, Weighted<String>> families = new HashMap<>();
  private final Map<String, Double> familyWeights = new HashMap<>();

  Names() {
    for (String line : Data.lines("given-names.txt")) {
      String[] part = line.split(" ");
      List<String> forms = part[4].equals("-") ? List.of() : List.of(part[4].split(","));
      boolean male = part[1].equals("m");
      Given given = new Given(part[0], male, part[3], Double.parseDouble(part[2]), forms);
      (male ? givenMale : givenFemale)
          .computeIfAbsent(given.group(), group -> new Weighted<>())
          .add(given, given.weight());
    }
    for (String line : Data.lines("surnames.txt")) {
      String[] part = line.split(" ");
      for (int i = 2; i < part.length; i++) {
        family(part[0], part[i].replace('.', ' '), Double.parseDouble(part[1]));
      }
    }
    List<String> tail = new ArrayList<>();
    for (String start : TAIL_STARTS) {
      for (String end : TAIL_ENDS) {
        if (start.charAt(start.length() - 1) != end.charAt(0)) {
          tail.add(start + end);
        }
      }
    }
    for (String name : tail) {
      family("en", name, TAIL_WEIGHT / tail.size());
    }
    groups.add("en", 74);
    groups.add("es", 15);
    groups.add("vi", 3);
    groups.add("zh", 3.5);
    groups.add("ar", 2.5);
    groups.add("in", 2);
  }

  private void family(String group, String name, double weight) {
    if (familyWeights.merge(group + name, weight, Double::sum) == weight) {
      families.computeIfAbsent(group, key -> new Weighted<>()).add(name, weight);
    }
  }

  String group(Dice dice) {
    return groups.draw(dice);
  }

  /** A given name; people of other groups often carry one of the country's most. */
  Given given(String group, boolean male, Dice dice) {
    double own = group.equals("en") || group.equals("ar") || group.equals("in") ? 1 : 0.72;
    String from = dice.chance(own) ? group : "en";
    return (male ? givenMale : givenFemale).get(from).draw(dice);
  }

  String family(String group, Dice dice) {
    return families.get(group).draw(dice);
  }

  /** How many bits it tells to have that given name, among those of the same group and sex. */
  double bits(Given given) {
    Weighted<Given> all = (given.male() ? givenMale : givenFemale).get(given.group());
    return Math.max(3, -log2(given.weight() / all.total() / 2));
  }

  /** How many bits it tells to have that family name, among those of the same group. */
  double familyBits(String group, String family) {
    double weight = familyWeights.getOrDefault(group + family, 1.5);
    return -log2(weight / families.get(group).total());
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
