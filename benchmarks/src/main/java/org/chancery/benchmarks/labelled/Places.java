package org.chancery.benchmarks.labelled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cities with their ZIP codes and area codes, and streets in them. */
final class Places {
  /** A city: how heavy, its ZIP codes with their counties, its area codes. */
  record City(String name, String state, List<String[]> zips, List<String> areas) {}

  /** Somewhere in a city. The unit is empty or like "Apt 4". */
  record Address(String street, String unit, City city, String zip, String county) {}

  private static final List<String> STREETS =
      List.of(
          "Main",
          "Oak",
          "Pine",
          "Maple",
          "Cedar",
          "Elm",
          "Washington",
          "Lake",
          "Hill",
          "Walnut",
          "Park",
          "Spring",
          "Church",
          "Franklin",
          "Jefferson",
          "Lincoln",
          "Madison",
          "Jackson",
          "River",
          "Highland",
          "Center",
          "Union",
          "Market",
          "Poydras",
          "Canal",
          "Peachtree",
          "Constitution",
          "Independence",
          "Commerce",
          "College",
          "University",
          "Court",
          "State",
          "Capitol",
          "Broad",
          "Chestnut",
          "Dogwood",
          "Magnolia",
          "Cypress",
          "Willow",
          "Sunset",
          "Meadow",
          "Forest",
          "Prospect",
          "Grove",
          "Mill",
          "Bridge",
          "Railroad",
          "Liberty",
          "Martin Luther King Jr",
          "1st",
          "2nd",
          "3rd",
          "4th",
          "5th",
          "7th",
          "10th",
          "12th",
          "23rd");
  private static final List<String> TYPES =
      List.of(
          "Street", "Avenue", "Road", "Drive", "Boulevard", "Lane", "Court", "Parkway", "Place");
  private static final List<String> COMPASS =
      List.of("North", "South", "East", "West", "Northwest");

  private final Weighted<City> cities = new Weighted<>();

  Places() {
    Map<String, List<String[]>> zips = new HashMap<>();
    for (String line : Data.zipCodes()) {
      String[] part = line.split("\t");
      zips.computeIfAbsent(part[2] + part[1], key -> new ArrayList<>())
          .add(new String[] {part[0], part.length > 3 ? part[3] : part[1]});
    }
    for (String line : Data.lines("places.txt")) {
      String[] part = line.split("\\|");
      List<String[]> own = zips.get(part[1] + part[2]);
      if (own == null) {
        throw new IllegalStateException("No ZIP codes of " + line);
      }
      City city = new City(part[2], part[1], own, List.of(part[3].split(",")));
      cities.add(city, Double.parseDouble(part[0]));
    }
  }

  City city(Dice dice) {
    return cities.draw(dice);
  }

  Address address(City city, boolean home, Dice dice) {
    String street =
        dice.between(1, dice.chance(0.5) ? 999 : 9899)
            + " "
            + (dice.chance(0.2) ? dice.one(COMPASS) + " " : "")
            + dice.one(STREETS)
            + " "
            + dice.one(TYPES);
    String unit = "";
    if (dice.chance(home ? 0.25 : 0.5)) {
      unit =
          home
              ? "Apt " + dice.between(1, 40) + (dice.chance(0.3) ? "B" : "")
              : "Suite " + dice.between(1, 18) * 50;
    }
    String[] zip = dice.one(city.zips());
    return new Address(street, unit, city, zip[0], zip[1]);
  }

  /** Ten digits of a number that could be given out in that city. */
  String phone(City city, Dice dice) {
    return dice.one(city.areas())
        + exchange(dice)
        + String.format(Locale.ROOT, "%04d", dice.below(10_000));
  }

  private static String exchange(Dice dice) {
    int exchange = dice.between(200, 989);
    return String.valueOf(exchange % 100 == 11 ? exchange + 1 : exchange);
  }
}
