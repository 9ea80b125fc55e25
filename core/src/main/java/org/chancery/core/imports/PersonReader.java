package org.chancery.core.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.core.addresses.States;
import org.chancery.core.matching.PhoneNumber;

/** One person's values, brought into the forms in which they are entered. */
final class PersonReader {
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}\\.[^@\\s.]{1,63}");
  private static final Pattern WEB =
      Pattern.compile("(?i)(https?://)?[a-z0-9]\\S{0,1000}\\.\\S{1,1000}");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_LINE = 255;
  private static final int MOST = 50;

  private final Map<Field, String> single = new EnumMap<>(Field.class);
  private final Set<String> emails = new LinkedHashSet<>();
  private final List<ImportedPerson.Phone> phones = new ArrayList<>();
  private final Set<String> interests = new LinkedHashSet<>();
  private final List<Note> notes = new ArrayList<>();
  private Optional<LocalDate> lastContact = Optional.empty();

  /**
   * Something that was left aside.
   *
   * @param column from 0; below it when it is no table
   * @param reason in words
   */
  record Note(int column, String reason) {}

  /** Notes what a column says. */
  void put(int column, Field field, String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return;
    }
    switch (field) {
      case EMAIL -> emails(column, text);
      case WORK_PHONE -> phones(column, "work", text);
      case MOBILE_PHONE -> phones(column, "mobile", text);
      case HOME_PHONE -> phones(column, "home", text);
      case OTHER_PHONE -> phones(column, "other", text);
      case FAX -> phones(column, "fax", text);
      case INTERESTS -> interests.addAll(List.of(text.split("\\s*[;,\\n]\\s*")));
      case LAST_CONTACT -> {
        lastContact = WrittenDate.of(text);
        if (lastContact.isEmpty()) {
          notes.add(new Note(column, "not a date: " + text));
        }
      }
      case URL -> {
        if (WEB.matcher(text).matches()) {
          single.putIfAbsent(field, text);
        } else {
          notes.add(new Note(column, "not a web address: " + text));
        }
      }
      case STATE -> {
        Optional<String> letters = States.letters(text);
        letters.ifPresent(each -> single.putIfAbsent(field, each));
        if (letters.isEmpty()) {
          notes.add(new Note(column, "not a state: " + text));
        }
      }
      case ZIP -> zip(column, text);
      case STREET, STREET_MORE -> line(column, field, text.replaceAll("\\s*[\\r\\n]+\\s*", ", "));
      default -> line(column, field, text.replaceAll("\\s+", " "));
    }
  }

  private void line(int column, Field field, String text) {
    boolean name =
        switch (field) {
          case PREFIX, FIRST, MIDDLE, LAST, SUFFIX -> true;
          default -> false;
        };
    int longest = name ? LONGEST_NAME : LONGEST_LINE;
    if (text.length() > longest) {
      notes.add(new Note(column, field.title() + " is longer than " + longest + " characters"));
      return;
    }
    single.putIfAbsent(field, text);
  }

  private void emails(int column, String text) {
    for (String each : text.split("[;,\\s]+")) {
      String plain = each.replaceFirst("(?i)^mailto:", "").replaceAll("^<|>$", "");
      if (EMAIL.matcher(plain).matches() && emails.size() < MOST) {
        emails.add(plain);
      } else if (!plain.isEmpty()) {
        notes.add(new Note(column, "not an e-mail address: " + plain));
      }
    }
  }

  /** Numbers parted by semicolons or slashes are several. */
  private void phones(int column, String kind, String text) {
    for (String each :
        text.split("\\s*(?:;(?!\\s*ext)|\\n)\\s*|\\s+/\\s+|(?<=\\d{4})\\s*,\\s*(?=[(\\d])")) {
      if (each.isBlank()) {
        continue;
      }
      Optional<PhoneNumber> read = PhoneNumber.of(each);
      if (read.isEmpty()) {
        notes.add(new Note(column, "not a phone number: " + each));
        continue;
      }
      ImportedPerson.Phone phone =
          new ImportedPerson.Phone(
              kind,
              shown(read.get().number()),
              Optional.of(read.get().extension()).filter(more -> !more.isEmpty()));
      boolean there = phones.stream().anyMatch(other -> other.number().equals(phone.number()));
      if (!there && phones.size() < MOST) {
        phones.add(phone);
      }
    }
  }

  private static String shown(String number) {
    return number.length() == 10 && !number.startsWith("+")
        ? number.substring(0, 3) + "-" + number.substring(3, 6) + "-" + number.substring(6)
        : number;
  }

  /** Spreadsheets take the zeros at the beginning away. */
  private void zip(int column, String text) {
    String digits = text.replaceAll("[- ]", "");
    if (digits.matches("\\d{3,5}")) {
      single.putIfAbsent(Field.ZIP, "0".repeat(5 - digits.length()) + digits);
    } else if (digits.matches("\\d{7,9}")) {
      String nine = "0".repeat(9 - digits.length()) + digits;
      single.putIfAbsent(Field.ZIP, nine.substring(0, 5) + "-" + nine.substring(5));
    } else if (text.matches("[0-9A-Za-z][0-9A-Za-z -]{1,11}")) {
      single.putIfAbsent(Field.ZIP, text);
    } else {
      notes.add(new Note(column, "not a ZIP code: " + text));
    }
  }

  /** What was left aside. */
  List<Note> notes() {
    return notes;
  }

  /** The person, once everything was put in. */
  ImportedPerson person() {
    String full = single.get(Field.NAME);
    if (full != null && !single.containsKey(Field.LAST)) {
      NameOfPerson name = NameOfPerson.of(full);
      fill(Field.PREFIX, name.prefix());
      fill(Field.FIRST, name.first());
      fill(Field.MIDDLE, name.middle());
      fill(Field.LAST, name.last());
      fill(Field.SUFFIX, name.suffix());
    }
    String last = single.get(Field.LAST);
    if (last != null && last.indexOf(',') > 0 && !single.containsKey(Field.FIRST)) {
      NameOfPerson name = NameOfPerson.of(last);
      single.put(Field.LAST, name.last());
      fill(Field.FIRST, name.first());
      fill(Field.MIDDLE, name.middle());
    }
    Optional<String> street = get(Field.STREET);
    Optional<String> more = get(Field.STREET_MORE);
    return new ImportedPerson(
        get(Field.PREFIX),
        get(Field.FIRST),
        get(Field.MIDDLE),
        get(Field.LAST),
        get(Field.SUFFIX),
        get(Field.ORGANIZATION),
        get(Field.TITLE),
        List.copyOf(emails),
        phones,
        street.map(each -> more.map(other -> each + ", " + other).orElse(each)).or(() -> more),
        get(Field.CITY),
        get(Field.STATE),
        get(Field.ZIP),
        get(Field.COUNTRY),
        get(Field.URL),
        interests.stream().filter(each -> !each.isBlank()).limit(MOST).toList(),
        lastContact);
  }

  private void fill(Field field, String value) {
    if (!value.isBlank()) {
      line(-1, field, value);
    }
  }

  private Optional<String> get(Field field) {
    return Optional.ofNullable(single.get(field));
  }

  /** The field of a kind of phone on an address card. */
  static Field phone(String kind) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "work" -> Field.WORK_PHONE;
      case "mobile" -> Field.MOBILE_PHONE;
      case "home" -> Field.HOME_PHONE;
      case "fax" -> Field.FAX;
      default -> Field.OTHER_PHONE;
    };
  }
}
