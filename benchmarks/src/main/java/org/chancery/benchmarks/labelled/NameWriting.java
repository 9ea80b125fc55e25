package org.chancery.benchmarks.labelled;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Writes somebody's name into a row: which form of it, what is left out, and what goes wrong. */
final class NameWriting {
  private static final List<String> PARTICLES = List.of("de la ", "de los ", "de ", "del ");

  private final Dice dice;
  private final Noise noise;

  NameWriting(Dice dice, Noise noise) {
    this.dice = dice;
    this.noise = noise;
  }

  void write(Drawn row, boolean card) {
    Person person = row.person;
    row.first = first(row);
    row.family = family(row);
    middle(row);
    suffix(row);
    String first = surface(row, row.first);
    String family = surface(row, punctuated(row, row.family));
    if (row.first.length() > 1) {
      first = slipped(row, first, card);
    }
    family = slipped(row, family, card);
    if (row.first.length() == 1 && dice.chance(0.6)) {
      first = first + ".";
    }
    put(row, Field.FIRST, first);
    put(row, Field.LAST, family);
    put(row, Field.MIDDLE, surface(row, written(row.middle)));
    put(row, Field.SUFFIX, suffixForm(row.suffix));
    if (dice.chance(person.honorific().matches("M.*") ? 0.3 : 0.7)) {
      put(row, Field.PREFIX, person.honorific().replace(".", dice.chance(0.8) ? "." : ""));
    }
    arrange(row);
  }

  /** The form of the first name. */
  private String first(Drawn row) {
    Person person = row.person;
    String given = person.given().name();
    if (dice.chance(0.045)) {
      row.kinds.add(Kind.INITIAL);
      return given.substring(0, 1);
    }
    if (person.group().equals("en") && person.middle().length() > 2 && dice.chance(0.008)) {
      row.kinds.add(Kind.MIDDLE_AS_FIRST);
      return person.middle();
    }
    String form = given;
    if (!person.calledBy().equals(given)) {
      form = dice.chance(0.55) ? person.calledBy() : given;
    } else if (!person.given().forms().isEmpty() && dice.chance(0.05)) {
      form = dice.one(person.given().forms());
    }
    if (!form.equals(given)) {
      row.kinds.add(person.group().equals("ar") ? Kind.TRANSLITERATION : Kind.NICKNAME);
    }
    return form;
  }

  /** The family name as it was in that job, in full or one half of a double name. */
  private String family(Drawn row) {
    Person person = row.person;
    String family = person.family();
    if (!person.formerFamily().isEmpty() && row.job == 0 && person.jobs().size() > 1) {
      row.kinds.add(Kind.NAME_CHANGED);
      family = person.formerFamily();
    } else if (!person.formerFamily().isEmpty() && dice.chance(0.1)) {
      row.kinds.add(Kind.NAME_CHANGED);
      family = person.formerFamily();
    }
    int parts = family.split("[ -]").length;
    boolean particle = PARTICLES.stream().anyMatch(family::startsWith);
    if (parts == 2 && !particle && !family.matches("(Al|El|Abu|Ben|St)[ -].*")) {
      if (dice.chance(0.35)) {
        row.kinds.add(Kind.HALF_OF_DOUBLE_NAME);
        boolean spanish = person.group().equals("es");
        return family.split("[ -]")[spanish || dice.chance(0.5) ? 0 : 1];
      }
    }
    return family;
  }

  private void middle(Drawn row) {
    String middle = row.person.middle();
    if (!middle.isEmpty() && !row.kinds.contains(Kind.MIDDLE_AS_FIRST) && dice.chance(0.45)) {
      row.middle = dice.chance(0.62) ? middle.substring(0, 1) : middle;
    }
  }

  private void suffix(Drawn row) {
    String suffix = row.person.suffix();
    if (!suffix.isEmpty() && dice.chance(0.8)) {
      row.suffix = suffix;
    }
  }

  private String suffixForm(String suffix) {
    return switch (suffix) {
      case "Jr." -> dice.of("Jr.", "Jr", "JR", "Jr.", "junior");
      case "Sr." -> dice.of("Sr.", "Sr", "SR", "Sr.");
      case "II" -> dice.of("II", "II", "2nd");
      case "III" -> dice.of("III", "III", "3rd", "iii");
      default -> suffix;
    };
  }

  private String written(String middle) {
    return middle.length() == 1 && dice.chance(0.5) ? middle + "." : middle;
  }

  private String surface(Drawn row, String text) {
    String plain =
        Normalizer.normalize(text.replace('Đ', 'D').replace('đ', 'd'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    boolean vietnamese = row.person.group().equals("vi");
    if (!plain.equals(text) && dice.chance(vietnamese ? 0.93 : 0.65)) {
      row.kinds.add(Kind.ACCENTS_LOST);
      return plain;
    }
    return text;
  }

  private String punctuated(Drawn row, String family) {
    String changed = family;
    if (family.startsWith("O'") || family.startsWith("D'")) {
      changed = dice.chance(0.35) ? family.replace("'", dice.of("", " ", "’", "' ")) : family;
    } else if (family.matches("(Mc|Mac|Van|De|Di|Le|Fitz)[A-Z].*")) {
      changed =
          dice.chance(0.25)
              ? dice.of(
                  family.replaceAll("^([A-Z][a-z]+)([A-Z])", "$1 $2"),
                  family.charAt(0) + family.substring(1).toLowerCase(Locale.ROOT))
              : family;
    } else if (family.contains("-")) {
      changed = dice.chance(0.3) ? family.replace("-", dice.of(" ", "", " - ")) : family;
    } else if (family.startsWith("de ") || family.startsWith("del ")) {
      changed =
          switch (dice.below(6)) {
            case 0 -> Character.toUpperCase(family.charAt(0)) + family.substring(1);
            case 1 -> family.replaceFirst("^de la ", "De La ");
            case 2 -> family.replaceFirst("^de la ", "Dela ");
            case 3 -> family.replaceFirst("^(de la|de los|del|de) ", "");
            default -> family;
          };
    } else if (family.matches("(Al|El)-.*") && dice.chance(0.4)) {
      changed = family.replace("-", dice.of(" ", ""));
    } else if (family.contains(" ") && dice.chance(0.15)) {
      changed = family.replace(" ", "-");
    }
    if (!changed.equals(family)) {
      row.kinds.add(Kind.PUNCTUATION);
    }
    return changed;
  }

  private String slipped(Drawn row, String name, boolean card) {
    String slipped = name;
    if (card && dice.chance(0.09)) {
      slipped = noise.misread(name);
      row.kinds.add(Kind.CARD_MISREAD);
    } else if (!card && dice.chance(0.018)) {
      slipped = noise.transposed(name);
      row.kinds.add(Kind.TYPO_IN_NAME);
    } else if (!card && dice.chance(0.03)) {
      slipped = noise.typo(name);
      row.kinds.add(Kind.TYPO_IN_NAME);
    }
    row.slips += slipped.equals(name) ? 0 : 1;
    return slipped;
  }

  /** Puts the parts of the name where they do not belong. */
  private void arrange(Drawn row) {
    String first = row.fields.getOrDefault(Field.FIRST, "");
    String last = row.fields.getOrDefault(Field.LAST, "");
    String middle = row.fields.getOrDefault(Field.MIDDLE, "");
    boolean familyFirst = row.person.group().matches("vi|zh");
    if (dice.chance(familyFirst ? 0.08 : 0.015)) {
      row.fields.put(Field.FIRST, last);
      row.fields.put(Field.LAST, first);
      row.kinds.add(Kind.SWAPPED);
    } else if (dice.chance(0.02)) {
      String given = middle.isEmpty() ? first : first + " " + middle;
      String suffix = row.fields.getOrDefault(Field.SUFFIX, "");
      String whole =
          switch (dice.below(3)) {
            case 0 -> given + " " + last + (suffix.isEmpty() ? "" : ", " + suffix);
            default -> last + (suffix.isEmpty() ? "" : " " + suffix) + ", " + given;
          };
      row.fields.keySet().removeAll(List.of(Field.FIRST, Field.LAST, Field.MIDDLE, Field.SUFFIX));
      row.fields.put(dice.of(Field.FIRST, Field.LAST), whole);
      row.kinds.add(Kind.ONE_FIELD);
    } else if (!middle.isEmpty() && dice.chance(0.1)) {
      row.fields.put(Field.FIRST, first + " " + middle);
      row.fields.remove(Field.MIDDLE);
      row.kinds.add(Kind.MIDDLE_IN_FIRST);
    } else if (dice.chance(0.025)) {
      row.fields.put(Field.FIRST, row.person.honorific() + " " + first);
      row.fields.remove(Field.PREFIX);
      row.kinds.add(Kind.HONORIFIC_IN_FIRST);
    } else if (row.fields.containsKey(Field.SUFFIX) && dice.chance(0.2)) {
      row.fields.put(Field.LAST, last + dice.of(", ", " ") + row.fields.remove(Field.SUFFIX));
    }
  }

  private static void put(Drawn row, Field field, String text) {
    if (!text.isEmpty()) {
      row.fields.put(field, text);
    }
  }
}
